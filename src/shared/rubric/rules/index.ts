// The closed set of rule kinds. A new kind is a file here, a line in each of the two tables, and a test file.
import { z } from 'zod'
import { compileGate, gateSchema, type Gate } from './gate'
import { compileLump, lumpSchema, type Lump } from './lump'
import { compileMarked, markedSchema, type Marked } from './marked'
import { compileMisses, missesSchema, type Misses } from './misses'
import { compilePerItem, perItemSchema, type PerItem } from './per-item'
import { compileProportional, proportionalSchema, type Proportional } from './proportional'
import { compileShortfall, shortfallSchema, type Shortfall } from './shortfall'
import { compileSum, sumSchema, type Sum } from './sum'
import { compileTiers, tiersSchema, type Tiers } from './tiers'
import type { CompiledRule, RuleContext } from './types'

export type Rule =
  Proportional | Shortfall | Misses | PerItem | Tiers | Lump | Marked | Sum<Rule> | Gate<Rule>

const inner: z.ZodType<Rule> = z.lazy(() => ruleSchema)

export const ruleSchema: z.ZodType<Rule> = z.discriminatedUnion('kind', [
  proportionalSchema,
  shortfallSchema,
  missesSchema,
  perItemSchema,
  tiersSchema,
  lumpSchema,
  markedSchema,
  sumSchema(inner),
  gateSchema(inner),
])

/** A rule as closures over the slots of the facts. @throws RubricError naming the place of a fault. */
export function compileRule(rule: Rule, context: RuleContext): CompiledRule {
  switch (rule.kind) {
    case 'proportional':
      return compileProportional(rule, context)
    case 'shortfall':
      return compileShortfall(rule, context)
    case 'misses':
      return compileMisses(rule, context)
    case 'perItem':
      return compilePerItem(rule, context)
    case 'tiers':
      return compileTiers(rule, context)
    case 'lump':
      return compileLump(rule, context)
    case 'marked':
      return compileMarked(rule, context)
    case 'sum':
      return compileSum(rule, context, compileRule)
    case 'gate':
      return compileGate(rule, context, compileRule)
  }
}

/** Whether facts can leave a rule without a result, so that a person has to decide (rules G10). */
export function mayNeedDecision(rule: Rule): boolean {
  switch (rule.kind) {
    case 'proportional':
    case 'tiers':
      return true
    case 'shortfall':
      return typeof rule.threshold !== 'number'
    case 'sum':
      return rule.parts.some(mayNeedDecision)
    case 'gate':
      return mayNeedDecision(rule.rule)
    default:
      return false
  }
}
