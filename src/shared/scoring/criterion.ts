// One criterion, compiled: which facts it needs, what it gives, and its entry on the card.
import {
  compileRule,
  kindsByWorth,
  pointsText,
  roundedToHundredth,
  times,
  toPoints,
  toUnits,
  unit,
  wholeUnits,
} from '../rubric'
import type {
  CompiledRule,
  Explanation,
  PlacedCriterion,
  Points,
  Rubric,
  Slot,
  Slots,
  Values,
} from '../rubric'
import type { CardNode, CardWarning, Status } from './card'
import type { ReadValue } from './facts'
import { Memory } from './memo'

export interface Outcome {
  readonly status: Status
  readonly points: Points | null
}

/** All that the card says of a criterion, and its exact points for the sums above it. */
export interface Entry extends Outcome {
  readonly node: CardNode
  /** The weighted part of the total, exactly, in 1e-8 point; 0 when it is not counted. */
  readonly weighted: Points
  /** Its points as text, for the sentence of its group. */
  readonly text: string
  /** The same after ` + `. */
  readonly term: string
  readonly warnings: readonly CardWarning[]
}

export interface CompiledCriterion {
  readonly id: string
  readonly title: string
  readonly max: number
  readonly rule: CompiledRule
  /** The facts that it reads, once each. */
  readonly reads: readonly Slot[]
  readonly run: (values: Values) => Outcome
  /** Its entry on the card. */
  readonly entries: Memory<Entry>
}

const fine = 1e8
const nothing: readonly string[] = []
const noFacts: Readonly<Record<string, ReadValue>> = {}
const noWarnings: readonly CardWarning[] = []
const none: Unknown = { names: nothing, titles: '' }
const open: Outcome = { status: 'open', points: null }
const notScorable: Outcome = { status: 'not-scorable', points: null }

/** @param weight hundredths of the total for each of its points */
export function compileCriterion(
  placed: PlacedCriterion,
  rubric: Rubric,
  slots: Slots,
  weight: number,
): CompiledCriterion {
  const { criterion, section, group, path } = placed
  const { id, title } = criterion
  const rule = compileRule(criterion.rule, { slots, path: `${path}.rule`, criterion: id })
  const needed = [...new Set(rule.slots)]
  const reads = needed.flatMap((index) => slots.all[index] ?? [])
  const max = toUnits(criterion.max)
  const { document, table, row } = criterion.clause
  const clause = `${document} · ${table} · ${row}`

  const isRounded = rubric.rounding === 'criteria'
  const run = (values: Values): Outcome => {
    for (const index of needed) if (values[index] === undefined) return open
    const exact = rule.run(values)
    if (exact === null) return notScorable
    const points = isRounded ? roundedToHundredth(exact) : exact
    return { status: 'counted', points: wholeUnits(points) >= max ? max : points }
  }

  const readFacts = compileReader(reads, rubric)
  const write = (values: Values): Entry => {
    const { status, points } = run(values)
    const isOpen = status === 'open'
    const unknown = isOpen ? unknownFacts(reads, rubric, values) : none
    const weighted = points === null ? 0 : times(points, weight)
    const said: Explanation = isOpen ? { why: `待补:${unknown.titles}` } : rule.explain(values)
    const rounded = isRounded && points !== null && rule.run(values) !== points
    const node: CardNode = {
      id,
      title,
      points: points === null ? null : toPoints(points),
      max: criterion.max,
      status,
      share: wholeUnits(weighted) / fine,
      section: section.id,
      group: group?.id ?? null,
      isGroup: false,
      facts: readFacts(values),
      missing: unknown.names,
      why: rounded ? `${said.why},四舍五入为 ${pointsText(points)}` : said.why,
      clause,
      rule: criterion.clause.rule,
      label: said.label ?? null,
    }
    const texts = points === null ? undefined : said.warnings
    const warnings = texts && texts.length > 0 ? texts.map((text) => ({ criterion: id, text })) : noWarnings
    const text = points === null ? '待补' : pointsText(points)
    return { status, points, node, weighted, text, term: ` + ${text}`, warnings }
  }
  return { id, title, max: criterion.max, rule, reads, run, entries: new Memory(needed, write) }
}

interface Unknown {
  readonly names: readonly string[]
  readonly titles: string
}

function unknownFacts(reads: readonly Slot[], rubric: Rubric, values: Values): Unknown {
  const unknown = reads.filter((slot) => values[slot.index] === undefined)
  const names = [...new Set(unknown.map((slot) => slot.fact))]
  return { names, titles: names.map((name) => rubric.facts[name]?.title ?? name).join('、') }
}

/** Reads the facts back: defaults in place, lists in the rubric's order. A mark stands under the criterion's id. */
function compileReader(
  reads: readonly Slot[],
  rubric: Rubric,
): (values: Values) => Readonly<Record<string, ReadValue>> {
  const lists = new Map<string, Slot[]>()
  for (const slot of reads)
    if (slot.type === 'list') lists.set(slot.fact, [...(lists.get(slot.fact) ?? []), slot])
  for (const [fact, slots] of lists) {
    const order = kindsByWorth(rubric, fact)
    slots.sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
  }
  const single = reads
    .filter((slot) => slot.type !== 'list')
    .map(({ index, type, part, fact }) => ({
      index,
      isFlag: type === 'flag',
      name: type === 'marks' ? part : fact,
    }))
  const [only] = single
  if (only && single.length === 1 && lists.size === 0) {
    const { index, isFlag, name } = only
    return (values) => {
      const value = values[index]
      if (value === undefined) return noFacts
      return { [name]: value === null ? null : isFlag ? value === 1 : value / unit }
    }
  }
  // Copied and written over: quicker than an object that grows.
  const blank: Record<string, ReadValue> = Object.fromEntries(single.map(({ name }) => [name, 0]))
  return (values) => {
    const used = { ...blank }
    for (const { index, isFlag, name } of single) {
      const value = values[index]
      if (value === undefined) delete used[name]
      else used[name] = value === null ? null : isFlag ? value === 1 : value / unit
    }
    for (const [fact, slots] of lists) {
      const items: string[] = []
      for (const slot of slots)
        for (let left = values[slot.index] ?? 0; left > 0; left -= unit) items.push(slot.part)
      if (values[slots[0]?.index ?? 0] !== undefined) used[fact] = items
    }
    return used
  }
}

/** Whether a criterion already gives all it can. */
export function isFull(criterion: CompiledCriterion, outcome: Outcome): boolean {
  return outcome.points !== null && wholeUnits(outcome.points) >= toUnits(criterion.max)
}
