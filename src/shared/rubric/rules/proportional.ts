// proportional: full marks at 100 % of a target, below it in proportion: min(M, M × achieved / target).
import { z } from 'zod'
import { plain, pointsText, rubricPoints, unitSuffix, withUnit } from '../numbers'
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
  // The constant parts of the sentence, put together once.
  const start = `${rule.points} × `
  const middle = `${unitSuffix(achieved.unit)},目标 `
  const end = `${unitSuffix(target.unit)})`
  const why = (values: Values): string => {
    const x = achieved.value(values)
    const goal = target.value(values)
    if (x === null || goal === null || goal === 0) return `${target.title}为 0,无法计算完成率,须由人工认定`
    if (x >= goal) return `完成 ${plain(x)} / ${withUnit(goal, target.unit)},达到 100%,得满分 ${rule.points}`
    const done = plain(x)
    const wanted = plain(goal)
    const result = pointsText(proportion(max, x, goal))
    return `${start}${done} / ${wanted} = ${result}(完成 ${done}${middle}${wanted}${end}`
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
