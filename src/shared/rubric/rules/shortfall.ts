// shortfall: full marks from a threshold on, minus d for every n short; the threshold is a number or a share
// of a fact: max(0, M − d × steps(max(0, T − x) / n)).
import { z } from 'zod'
import { plain, pointsText, positiveNumber, rubricPoints, unitSuffix, withUnit } from '../numbers'
import { minus, toUnits, unit, wholeUnits, type Points } from '../points'
import { compileQuantity, quantitySchema } from '../quantity'
import type { Values } from '../slots'
import { partialSchema, partialWords, steps, worthOf } from './steps'
import type { CompiledRule, Explanation, RuleContext } from './types'

export const shortfallSchema = z.strictObject({
  kind: z.literal('shortfall'),
  points: rubricPoints,
  of: quantitySchema,
  threshold: quantitySchema,
  /** Rounds a broken threshold to a whole number first; exact when absent (RULES.md H3.2f). */
  round: z.enum(['exact', 'up', 'nearest']).default('exact'),
  each: positiveNumber,
  minus: rubricPoints,
  partial: partialSchema,
  /** False lets the result go below 0 (the other reading of RULES.md G3). */
  floor: z.boolean().default(true),
})
export type Shortfall = z.infer<typeof shortfallSchema>

const nothing: readonly string[] = []
const rounding = {
  exact: (units: number) => units,
  up: (units: number) => Math.ceil(units / unit) * unit,
  nearest: (units: number) => Math.floor((units + unit / 2) / unit) * unit,
}

/** Not scorable when the threshold is a share of 0. Warns when full marks stand below the threshold (G2). */
export function compileShortfall(rule: Shortfall, context: RuleContext): CompiledRule {
  const max = toUnits(rule.points)
  const each = toUnits(rule.each)
  const penalty = toUnits(rule.minus)
  const { partial } = rule
  const of = compileQuantity(rule.of, context.slots, `${context.path}.of`)
  const threshold = compileQuantity(rule.threshold, context.slots, `${context.path}.threshold`)
  const round = rounding[rule.round]
  const thresholdOf = (values: Values): number => round(threshold.value(values) ?? 0)

  const isHeld = (result: Points) => rule.floor && wholeUnits(result) < 0

  const run = (values: Values): Points | null => {
    const x = of.value(values)
    const goal = thresholdOf(values)
    if (x === null || goal === 0) return null
    if (x >= goal) return max
    const result = minus(max, worthOf(goal - x, each, penalty, partial))
    return isHeld(result) ? 0 : result
  }

  const full = `得满分 ${rule.points}`
  // The sentence of whoever is short is the one most written: its constant parts are put together once.
  const start = `${rule.points} − ${rule.minus} × `
  const short = `${unitSuffix(of.unit)}差 `
  const cost = `${unitSuffix(of.unit)},${partialWords[partial]} ${rule.each} 减 ${rule.minus} 分`
  const end = `${cost})`
  const endAtZero = `${cost},最低 0)`

  const canBeTooLow = !threshold.fixed && partial === 'floor'
  const tooLowWarning = (goal: number) =>
    `门槛 ${withUnit(goal, of.unit)}不足 ${rule.each} ${of.unit},本项无论多少都不会扣分,没有区分度`
  const notReachedWarning = (goal: number, gap: number) =>
    `门槛未达:距 ${withUnit(goal, of.unit)}尚差 ${withUnit(gap, of.unit)},因不足 ${rule.each} 未扣分`

  const explain = (values: Values): Explanation => {
    const x = of.value(values)
    const goal = thresholdOf(values)
    if (goal === 0) return { why: `${threshold.title}为 0,无法计算门槛,须由人工认定` }
    if (x === null) return { why: `${of.title}无法计算,须由人工认定` }
    const tooLow = canBeTooLow && goal < each ? [tooLowWarning(goal)] : nothing
    if (x >= goal) {
      const why = `已有 ${withUnit(x, of.unit)},达到门槛 ${withUnit(goal, of.unit)},${full}`
      return { why, warnings: tooLow }
    }
    const gap = goal - x
    const lost = worthOf(gap, each, penalty, partial)
    const result = minus(max, lost)
    const atZero = isHeld(result)
    const number = partial === 'linear' ? `${plain(gap)} / ${rule.each}` : String(steps(gap, each, partial))
    const sum = `${start}${number} = ${atZero ? '0' : pointsText(result)}`
    const why = `${sum}(距门槛 ${plain(goal)}${short}${plain(gap)}${atZero ? endAtZero : end}`
    return { why, warnings: lost === 0 ? [notReachedWarning(goal, gap), ...tooLow] : tooLow }
  }

  return {
    slots: [...of.slots, ...threshold.slots],
    most: max,
    run,
    explain,
    progress: (values) => {
      const reached = of.value(values)
      return reached === null ? null : { reached, goal: thresholdOf(values), unit: of.unit }
    },
  }
}
