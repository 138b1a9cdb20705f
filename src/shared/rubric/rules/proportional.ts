// proportional: full marks at 100 % of a target, below it in proportion: min(M, M × achieved / target).
import { z } from 'zod'
import { plain, pointsText, withUnit, rubricPoints } from '../numbers'
import { proportion, toUnits, type Points } from '../points'
import { compileQuantity, quantitySchema } from '../quantity'
import type { Values } from '../slots'
import type { CompiledRule, RuleContext } from './types'

export const proportionalSchema = z.strictObject({
  kind: z.literal('proportional'),
  points: rubricPoints,
  achieved: quantitySchema,
  target: quantitySchema,
})
export type Proportional = z.infer<typeof proportionalSchema>

/** Not scorable when the target is 0. */
export function compileProportional(rule: Proportional, context: RuleContext): CompiledRule {
  const max = toUnits(rule.points)
  const achieved = compileQuantity(rule.achieved, context.slots, `${context.path}.achieved`)
  const target = compileQuantity(rule.target, context.slots, `${context.path}.target`)
  const run = (values: Values): Points | null => {
    const x = achieved.value(values)
    const goal = target.value(values)
    if (x === null || goal === null || goal === 0) return null
    return x >= goal ? max : proportion(max, x, goal)
  }
  const why = (values: Values): string => {
    const x = achieved.value(values) ?? 0
    const goal = target.value(values) ?? 0
    const result = run(values)
    if (result === null) return `${target.title}为 0,无法计算完成率,须由人工认定`
    if (x >= goal) return `完成 ${plain(x)} / ${withUnit(goal, target.unit)},达到 100%,得满分 ${rule.points}`
    return `${rule.points} × ${plain(x)} / ${plain(goal)} = ${pointsText(result)}(完成 ${withUnit(x, achieved.unit)},目标 ${withUnit(goal, target.unit)})`
  }
  return {
    slots: [...achieved.slots, ...target.slots],
    most: max,
    run,
    explain: (values) => ({ why: why(values) }),
    progress: (values) => {
      const reached = achieved.value(values)
      const goal = target.value(values)
      return reached === null || goal === null ? null : { reached, goal, unit: achieved.unit }
    },
  }
}
