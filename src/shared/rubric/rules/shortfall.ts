// shortfall: full marks from a threshold on, minus d for every n short; the threshold is a number or a share
// of a fact: max(0, M − d × steps(max(0, T − x) / n)).
import { z } from 'zod'
import { plain, pointsText, withUnit, positiveNumber, rubricPoints } from '../numbers'
import { minus, toUnits, unit, wholeUnits, type Points } from '../points'
import { compileQuantity, quantitySchema } from '../quantity'
import type { Values } from '../slots'
import { partialSchema, partialWords, steps, worthOf } from './steps'
import type { CompiledRule, RuleContext } from './types'

export const shortfallSchema = z.strictObject({
  kind: z.literal('shortfall'),
  points: rubricPoints,
  of: quantitySchema,
  threshold: quantitySchema,
  /** Rounds a broken threshold to a whole number first; exact when absent (rules.md H3.2f). */
  round: z.enum(['exact', 'up', 'nearest']).default('exact'),
  each: positiveNumber,
  minus: rubricPoints,
  partial: partialSchema,
})
export type Shortfall = z.infer<typeof shortfallSchema>

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

  const run = (values: Values): Points | null => {
    const x = of.value(values)
    const goal = thresholdOf(values)
    if (x === null || goal === 0) return null
    if (x >= goal) return max
    const result = minus(max, worthOf(goal - x, each, penalty, partial))
    return wholeUnits(result) < 0 ? 0 : result
  }

  const why = (values: Values): string => {
    const x = of.value(values) ?? 0
    const goal = thresholdOf(values)
    if (goal === 0) return `${threshold.title}为 0,无法计算门槛,须由人工认定`
    if (x >= goal)
      return `已有 ${withUnit(x, of.unit)},达到门槛 ${withUnit(goal, of.unit)},得满分 ${rule.points}`
    const gap = goal - x
    const number = partial === 'linear' ? `${plain(gap)} / ${rule.each}` : String(steps(gap, each, partial))
    const result = run(values)
    const floored = wholeUnits(minus(max, worthOf(gap, each, penalty, partial))) < 0 ? ',最低 0' : ''
    return `${rule.points} − ${rule.minus} × ${number} = ${result === null ? '' : pointsText(result)}(距门槛 ${withUnit(goal, of.unit)}差 ${withUnit(gap, of.unit)},${partialWords[partial]} ${rule.each} 减 ${rule.minus} 分${floored})`
  }

  const warnings = (values: Values): string[] => {
    const x = of.value(values)
    const goal = thresholdOf(values)
    if (x === null || goal === 0) return []
    const found: string[] = []
    if (x < goal && run(values) === max) {
      found.push(
        `门槛未达:距 ${withUnit(goal, of.unit)}尚差 ${withUnit(goal - x, of.unit)},因不足 ${rule.each} 未扣分`,
      )
    }
    if (!threshold.fixed && partial === 'floor' && goal < each) {
      found.push(
        `门槛 ${withUnit(goal, of.unit)}不足 ${rule.each}${of.unit},本项无论多少都不会扣分,没有区分度`,
      )
    }
    return found
  }

  return {
    slots: [...of.slots, ...threshold.slots],
    most: max,
    run,
    why,
    warnings,
    progress: (values) => ({ reached: of.value(values) ?? 0, goal: thresholdOf(values), unit: of.unit }),
  }
}
