// From a tally to the facts that a rubric reads.
import { ownEntry } from '../../own'
import { kindsByWorth, markedCriteria, toUnits, unit, type FactDeclaration, type Rubric } from '../../rubric'
import type { Decided, Facts, FactValue } from '../facts'
import type { FactTally, Judged, LatestDecision, Tally } from './types'

/** The facts of a tally; a fact of which no record speaks is zero or stays unknown, as the rubric says. */
export function factsOf(rubric: Rubric, tally: Tally): Facts {
  const facts: Record<string, FactValue> = {}
  for (const [name, declaration] of Object.entries(rubric.facts)) {
    if (declaration.from.length === 0) continue
    const own = ownEntry(tally.facts, name)
    if (declaration.type === 'decisions') {
      // Absent without any, so that facts of which nothing was decided keep their bytes.
      const decided = own && 'decisions' in own ? decidedOf(own.decisions) : {}
      if (Object.keys(decided).length > 0) facts[name] = decided
      continue
    }
    const value = own ? valueOf(rubric, name, declaration, own) : zeroOf(declaration)
    if (value !== undefined) facts[name] = value
  }
  return facts
}

function zeroOf(declaration: FactDeclaration): FactValue | undefined {
  if (declaration.none === 'unknown') return undefined
  if (declaration.type === 'flag') return false
  if (declaration.type === 'list') return []
  return declaration.type === 'marks' ? {} : 0
}

function valueOf(rubric: Rubric, name: string, declaration: FactDeclaration, own: FactTally): FactValue {
  const isFlag = declaration.type === 'flag'
  if ('sum' in own) {
    if (isFlag) return own.sum > 0
    return declaration.type === 'count' ? Math.floor(own.sum / unit) : own.sum / unit
  }
  if ('all' in own) return isFlag ? own.all > 0 && own.met === own.all : own.met
  if ('distinct' in own) return own.distinct.length
  if ('latest' in own) return statedValue(isFlag, own.latest.value)
  if ('decisions' in own) return decidedOf(own.decisions)
  if ('kinds' in own) return itemsOf(kindsByWorth(rubric, name), own.kinds)
  return marksOf(rubric, declaration, own.marks)
}

/** The decisions that stand: those taken back are left out. */
function decidedOf(latest: Readonly<Record<string, LatestDecision>>): Record<string, Decided> {
  return Object.fromEntries(
    Object.entries(latest).flatMap(([criterion, { value, reason, document }]) =>
      value === 'none'
        ? []
        : [[criterion, { points: value === 'not-applicable' ? null : value, reason, document }] as const],
    ),
  )
}

/** A number stated of a yes-or-no fact, and the reverse, is read as people mean it. */
function statedValue(isFlag: boolean, value: number | boolean): number | boolean {
  if (isFlag) return typeof value === 'boolean' ? value : value > 0
  return typeof value === 'number' ? value : Number(value)
}

/** Of one story that is of several kinds, the one worth most (RULES.md H3.4g). */
function itemsOf(order: readonly string[], stories: Readonly<Record<string, readonly string[]>>): string[] {
  const items = Object.values(stories).flatMap((kinds) => order.find((kind) => kinds.includes(kind)) ?? [])
  return items.sort((a, b) => order.indexOf(a) - order.indexOf(b))
}

/** Marks of criteria that this rubric does not have are another rubric's matter. */
function marksOf(
  rubric: Rubric,
  declaration: FactDeclaration,
  marks: Readonly<Record<string, Readonly<Record<string, Judged>>>>,
): Record<string, number> {
  const readings = declaration.from.map(({ take }) =>
    typeof take === 'object' && 'marks' in take ? take.marks : 'mean',
  )
  return Object.fromEntries(
    markedCriteria(rubric).flatMap(({ criterion }) => {
      const judges = ownEntry(marks, criterion.id)
      if (!judges) return []
      const all = Object.values(judges)
      const ofDepartment = all.filter(({ body }) => body === 'department')
      const prevailing = readings.includes('department') && ofDepartment.length > 0 ? ofDepartment : all
      const points = prevailing.map((mark) => toUnits(mark.points))
      const sum = points.reduce((total, each) => total + each, 0)
      return [
        [
          criterion.id,
          (readings.includes('lower') ? Math.min(...points) : Math.floor(sum / points.length)) / unit,
        ],
      ]
    }),
  )
}
