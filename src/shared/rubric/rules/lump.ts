// lump: all or nothing: the points when the condition holds, else 0 (RULES.md G5).
import { z } from 'zod'
import { compileCondition, conditionSchema } from '../condition'
import { rubricPoints } from '../numbers'
import { toUnits } from '../points'
import type { CompiledRule, RuleContext } from './types'

export const lumpSchema = z.strictObject({
  kind: z.literal('lump'),
  points: rubricPoints,
  when: conditionSchema,
})
export type Lump = z.infer<typeof lumpSchema>

export function compileLump(rule: Lump, context: RuleContext): CompiledRule {
  const max = toUnits(rule.points)
  const when = compileCondition(rule.when, context.slots, `${context.path}.when`)
  const met = { why: `${when.title}:具备,得 ${rule.points}` }
  return {
    slots: when.slots,
    most: max,
    run: (values) => (when.holds(values) ? max : 0),
    explain: (values) => (when.holds(values) ? met : { why: `${when.unmet(values).join('、')}:不具备,得 0` }),
  }
}
