// marked: points given by a named judge, 0…max. Without a fact of its own it reads the mark of its criterion.
import { z } from 'zod'
import { plain, positiveNumber, rubricPoints } from '../numbers'
import { toUnits } from '../points'
import type { CompiledRule, RuleContext } from './types'

export const markedSchema = z.strictObject({
  kind: z.literal('marked'),
  max: rubricPoints,
  /** One judge's mark is a multiple of it (RULES.md-c); a mean of several need not be. */
  step: positiveNumber.optional(),
  fact: z.string().min(1).optional(),
  /** Who judges, for the screen. */
  judge: z.string().min(1).optional(),
})
export type Marked = z.infer<typeof markedSchema>

/** The fact that marks without a fact of their own are in. */
export const marksFact = 'marks'

export function compileMarked(rule: Marked, context: RuleContext): CompiledRule {
  const max = toUnits(rule.max)
  const name = rule.fact ?? `${marksFact}/${context.criterion}`
  const { index } = context.slots.find(name, `${context.path}.fact`)
  const by = rule.judge ?? '评定人'
  return {
    slots: [index],
    most: max,
    run: (values) => Math.min(max, values[index] ?? 0),
    explain: (values) => ({ why: `${by}评定 ${plain(Math.min(max, values[index] ?? 0))} 分(0–${rule.max})` }),
  }
}
