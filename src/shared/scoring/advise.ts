// The next steps: for each fact that somebody can act on, the smallest increase that raises the total.
// No rule says what its next step is: the total never falls as a good fact grows, so the step is searched, and
// what is promised is what scoring gives.
import { toPoints, unit, type FactDeclaration, type Rubric, type Slot, type Values } from '../rubric'
import { compileRubric, type CompiledRubric } from './compile'
import { isFull, type CompiledCriterion } from './criterion'
import type { Facts } from './facts'
import { toFineUnits } from './format'
import { totalOf } from './total'

export interface Advice {
  readonly criterion: string
  readonly title: string
  readonly fact: string
  /** The kind of a list, such as `service-star`; empty otherwise. */
  readonly kind: string
  /** How many more; 1 for a yes or no. */
  readonly amount: number
  /** 再办 2 场贷款对接活动 */
  readonly text: string
  /** What the criterion gains, in points. */
  readonly points: number
  /** What the total gains, in points. */
  readonly total: number
  /** 已 2 / 3 场; empty where there is no goal. */
  readonly progress: string
}

const fine = 1e8
/** No count may exceed it. */
const largest = 1_000_000_000

interface Step {
  readonly slot: Slot
  readonly phrase: string
  readonly isFlag: boolean
}

/** Every thing that could be done, in the order of the rubric's facts. */
function possibleSteps(compiled: CompiledRubric): Step[] {
  return compiled.slots.all.flatMap((slot) => {
    const declaration = compiled.rubric.facts[slot.fact]
    const phrase = declaration && phraseOf(declaration, slot)
    return phrase ? [{ slot, phrase, isFlag: slot.type === 'flag' }] : []
  })
}

function phraseOf(declaration: FactDeclaration, slot: Slot): string | undefined {
  if (declaration.type === 'marks' || declaration.type === 'decisions') return undefined
  return declaration.type === 'list' ? declaration.kinds[slot.part]?.advice : declaration.advice
}

/**
 * The next steps, most gain of the total first, and of equals the shorter. Facts that are unknown, full or out of reach have none.
 * @param facts checked by `parseFacts` @param limit at most so many
 */
export function advise(rubric: Rubric, facts: Facts, limit = Infinity): Advice[] {
  const compiled = compileRubric(rubric)
  const values = compiled.values(facts)
  const before = totalOf(compiled, values)
  const advice = possibleSteps(compiled).flatMap((step) => adviseStep(compiled, values, before, step) ?? [])
  return advice.sort((a, b) => b.total - a.total || a.amount - b.amount).slice(0, limit)
}

function adviseStep(
  compiled: CompiledRubric,
  values: Values,
  before: number,
  step: Step,
): Advice | undefined {
  const { index } = step.slot
  const current = values[index]
  if (current === undefined || current === null) return undefined
  const concerned = compiled.criteria.filter((criterion) => {
    if (!criterion.rule.slots.includes(index)) return false
    const outcome = criterion.run(values)
    return outcome.status === 'counted' && !isFull(criterion, outcome)
  })
  if (concerned.length === 0 || (step.isFlag && current === 1)) return undefined
  const raised = (amount: number) => withValue(values, index, step.isFlag ? 1 : current + amount * unit)
  const most = step.isFlag ? 1 : Math.floor(largest - current / unit)
  const amount = smallest(most, (tried) => totalOf(compiled, raised(tried)) > before)
  if (amount === undefined) return undefined
  const after = raised(amount)
  const best = mostGaining(concerned, values, after)
  if (!best) return undefined
  return {
    criterion: best.criterion.id,
    title: best.criterion.title,
    fact: step.slot.fact,
    kind: step.slot.part,
    amount,
    text: step.phrase.replace('{n}', String(amount)),
    points: best.gain / fine,
    total: (totalOf(compiled, after) - before) / fine,
    progress: progressText(best.criterion, values),
  }
}

function withValue(values: Values, index: number, value: number): Values {
  const changed = values.slice()
  changed[index] = value
  return changed
}

/** The smallest amount from 1 to `most` that works, given that every larger one works too; by doubling, then halving. */
function smallest(most: number, works: (amount: number) => boolean): number | undefined {
  let low = 0
  let high = 1
  while (high < most && !works(high)) {
    low = high
    high = Math.min(high * 2, most)
  }
  if (high > most || !works(high)) return undefined
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (works(middle)) high = middle
    else low = middle
  }
  return high
}

function mostGaining(criteria: readonly CompiledCriterion[], before: Values, after: Values) {
  let best: { criterion: CompiledCriterion; gain: number } | undefined
  for (const criterion of criteria) {
    const gain = fineUnits(criterion, after) - fineUnits(criterion, before)
    if (!best || gain > best.gain) best = { criterion, gain }
  }
  return best
}

function fineUnits(criterion: CompiledCriterion, values: Values): number {
  const { points } = criterion.run(values)
  return points === null ? 0 : toFineUnits(toPoints(points))
}

function progressText(criterion: CompiledCriterion, values: Values): string {
  const progress = criterion.rule.progress?.(values)
  if (!progress) return ''
  return `已 ${progress.reached / unit} / ${progress.goal / unit} ${progress.unit}`
}
