/** What a rubric wants to be told by people: quantities for a year, and marks of judges. Pure. */
import type { StatedItem } from '../../src/shared/contract'
import { markedCriteria, marksFact, type Rubric } from '../../src/shared/rubric'

/** The facts of a rubric that are made from statements of this name. */
export function factsStated(rubric: Rubric, name: string): string[] {
  return Object.keys(rubric.facts).filter((fact) => statementsOf(rubric, fact).includes(name))
}

/** The names of the statements that make a fact. */
function statementsOf(rubric: Rubric, fact: string): string[] {
  return (rubric.facts[fact]?.from ?? []).flatMap((source) =>
    source.record === 'statement' ? (source.where.name ?? [fact]) : [],
  )
}

/** How a rubric combines the marks of several judges, as the scoring core does. */
function combined(rubric: Rubric): StatedItem['marks'] {
  const taken = (rubric.facts[marksFact]?.from ?? []).flatMap(({ take }) =>
    typeof take === 'object' && 'marks' in take ? [take.marks] : [],
  )
  return (['department', 'lower'] as const).find((reading) => taken.includes(reading)) ?? 'mean'
}

type Item = Omit<StatedItem, 'entered'>

/** Quantities first, then marks, each in the order of the document. */
export function itemsOf(rubric: Rubric): Item[] {
  const names = Object.keys(rubric.facts).flatMap((fact) => statementsOf(rubric, fact))
  const quantities = [...new Set(names)].flatMap((name): Item[] => {
    const fact = rubric.facts[factsStated(rubric, name)[0] ?? '']
    if (!fact) return []
    const { title, unit, type } = fact
    const nobody = { section: null, max: null, step: null, judge: null, marks: null }
    return [{ kind: 'quantity', name, title, unit, yesNo: type === 'flag', ...nobody }]
  })
  const of = { unit: '分', yesNo: false, marks: combined(rubric) }
  const marks = markedCriteria(rubric).flatMap(({ criterion, section, group }): Item[] => {
    const { id, title, rule } = criterion
    if (rule.kind !== 'marked') return []
    const place = group ? `${section.short} · ${group.title}` : section.short
    const { max, step = null, judge = null } = rule
    return [{ kind: 'mark', name: id, title, section: place, ...of, max, step, judge }]
  })
  return [...quantities, ...marks]
}
