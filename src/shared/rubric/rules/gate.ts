// gate: a failed condition sets this criterion, and nothing else, to 0; otherwise its rule decides.
import { z } from 'zod'
import { compileCondition, conditionSchema, type Condition } from '../condition'
import type { CompiledRule, RuleContext } from './types'

/** `Rule` is the union of all kinds, which the table of kinds closes. */
export interface Gate<Rule> {
  kind: 'gate'
  when: Condition
  otherwise: string
  rule: Rule
}
export const gateSchema = <Rule>(rule: z.ZodType<Rule>) =>
  z.strictObject({
    kind: z.literal('gate'),
    /** The condition under which the rule counts. */
    when: conditionSchema,
    /** The sentence for a failed condition. */
    otherwise: z.string().min(1),
    rule,
  })

/** The facts of the rule are needed even when the gate fails: no short cuts (RULES.md G7). */
export function compileGate<Rule>(
  gate: Gate<Rule>,
  context: RuleContext,
  compile: (rule: Rule, context: RuleContext) => CompiledRule,
): CompiledRule {
  const when = compileCondition(gate.when, context.slots, `${context.path}.when`)
  const inner = compile(gate.rule, { ...context, path: `${context.path}.rule` })
  const failed = { why: `${gate.otherwise},得 0` }
  return {
    slots: [...when.slots, ...inner.slots],
    most: inner.most,
    run: (values) => (when.holds(values) ? inner.run(values) : 0),
    explain: (values) => (when.holds(values) ? inner.explain(values) : failed),
    progress: (values) => (when.holds(values) ? (inner.progress?.(values) ?? null) : null),
  }
}
