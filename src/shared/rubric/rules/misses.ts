// misses: full marks, minus d for every negative occurrence: max(0, M − d × misses).
import { z } from 'zod'
import { plain, rubricPoints } from '../numbers'
import { toUnits, unit } from '../points'
import { compileQuantity, quantitySchema } from '../quantity'
import type { Values } from '../slots'
import { steps } from './steps'
import type { CompiledRule, RuleContext } from './types'

export const missesSchema = z.strictObject({
  kind: z.literal('misses'),
  points: rubricPoints,
  of: quantitySchema,
  minus: rubricPoints,
  /** False lets the result go below 0 (the other reading of RULES.md G3). */
  floor: z.boolean().default(true),
})
export type Misses = z.infer<typeof missesSchema>

export function compileMisses(rule: Misses, context: RuleContext): CompiledRule {
  const max = toUnits(rule.points)
  const penalty = toUnits(rule.minus)
  const of = compileQuantity(rule.of, context.slots, `${context.path}.of`)
  const unheld = (values: Values) => max - penalty * steps(of.value(values) ?? 0, unit, 'floor')
  const run = (values: Values) => {
    const result = unheld(values)
    return result < 0 && rule.floor ? 0 : result
  }
  const why = (values: Values): string => {
    const number = plain(of.value(values) ?? 0)
    const held = run(values) === unheld(values) ? '' : ',最低 0'
    return number === '0'
      ? `${of.title} 0 ${of.unit},得满分 ${rule.points}`
      : `${rule.points} − ${rule.minus} × ${number} = ${plain(run(values))}(${of.title} ${number} ${of.unit}${held})`
  }
  return {
    slots: of.slots,
    most: max,
    run,
    explain: (values) => ({ why: why(values) }),
  }
}
