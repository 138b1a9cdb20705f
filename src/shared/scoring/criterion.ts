// One criterion, compiled: which facts it needs, what it gives, and its entry on the card.
import {
  compileRule,
  marksFact,
  toUnits,
  unit,
  wholeUnits,
  type CompiledRule,
  type PlacedCriterion,
  type Points,
  type Slot,
  type Slots,
  type Values,
} from '../rubric'
import type { Status } from './card'
import { marksIn, type Facts, type FactValue } from './facts'

export interface Outcome {
  readonly status: Status
  readonly points: Points | null
}

export interface CompiledCriterion {
  readonly id: string
  readonly title: string
  readonly max: number
  readonly section: string
  readonly group: string | null
  readonly clause: string
  readonly ruleText: string
  readonly rule: CompiledRule
  /** The facts that it reads, once each. */
  readonly reads: readonly Slot[]
  readonly run: (values: Values) => Outcome
  readonly facts: (facts: Facts) => Readonly<Record<string, FactValue>>
}

const open: Outcome = { status: 'open', points: null }
const notScorable: Outcome = { status: 'not-scorable', points: null }

export function compileCriterion(placed: PlacedCriterion, slots: Slots): CompiledCriterion {
  const { criterion, section, group, path } = placed
  const rule = compileRule(criterion.rule, { slots, path: `${path}.rule`, criterion: criterion.id })
  const needed = [...new Set(rule.slots)]
  const max = toUnits(criterion.max)
  const reads = needed.flatMap((index) => slots.all[index] ?? [])
  return {
    id: criterion.id,
    title: criterion.title,
    max: criterion.max,
    section: section.id,
    group: group?.id ?? null,
    clause: `${criterion.clause.document} · ${criterion.clause.table} · ${criterion.clause.row}`,
    ruleText: criterion.clause.rule,
    rule,
    reads,
    run: (values) => {
      for (const index of needed) if (values[index] === undefined) return open
      const points = rule.run(values)
      if (points === null) return notScorable
      return { status: 'counted', points: wholeUnits(points) >= max ? max : points }
    },
    facts: compileReader(criterion.id, reads),
  }
}

/** Picks the facts that a criterion reads; a mark stands under the criterion's own id. */
function compileReader(id: string, reads: readonly Slot[]): CompiledCriterion['facts'] {
  const names = [...new Set(reads.map((slot) => slot.fact))]
  const isMark = names.length === 1 && names[0] === marksFact
  if (isMark) {
    return (facts) => {
      const mark = marksIn(facts[marksFact])?.[id]
      return mark === undefined ? {} : { [id]: mark }
    }
  }
  return (facts) => {
    const used: Record<string, FactValue> = {}
    for (const name of names) {
      const value = facts[name]
      if (value !== undefined) used[name] = value
    }
    return used
  }
}

/** The slots that keep a criterion open, as names of facts. */
export function missingFacts(criterion: CompiledCriterion, values: Values): string[] {
  const names = criterion.reads.filter((slot) => values[slot.index] === undefined).map((slot) => slot.fact)
  return [...new Set(names)]
}

export function missingTitles(criterion: CompiledCriterion, values: Values): string {
  const titles = criterion.reads.filter((slot) => values[slot.index] === undefined).map((slot) => slot.title)
  return [...new Set(titles)].join('、')
}

/** Whether a criterion already gives all it can. */
export function isFull(criterion: CompiledCriterion, outcome: Outcome): boolean {
  return outcome.points !== null && wholeUnits(outcome.points) >= criterion.max * unit
}
