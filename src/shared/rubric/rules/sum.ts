// sum: several rules added up, held at a cap ("直到满分100为止").
import { z } from 'zod'
import { plain, pointsText, rubricPoints } from '../numbers'
import { plus, toUnits, wholeUnits, type Points } from '../points'
import type { Values } from '../slots'
import type { CompiledRule, RuleContext } from './types'

/** `Rule` is the union of all kinds, which the table of kinds closes. */
export interface Sum<Rule> {
  kind: 'sum'
  parts: Rule[]
  cap?: number | undefined
}
export const sumSchema = <Rule>(rule: z.ZodType<Rule>) =>
  z.strictObject({ kind: z.literal('sum'), parts: z.array(rule).min(1), cap: rubricPoints.optional() })

export function compileSum<Rule>(
  rule: Sum<Rule>,
  context: RuleContext,
  compile: (rule: Rule, context: RuleContext) => CompiledRule,
): CompiledRule {
  const parts = rule.parts.map((part, at) =>
    compile(part, { ...context, path: `${context.path}.parts[${at}]` }),
  )
  const cap = rule.cap === undefined ? Infinity : toUnits(rule.cap)
  const collected = (values: Values): Points | null => {
    let total: Points = 0
    for (const part of parts) {
      const points = part.run(values)
      if (points === null) return null
      total = plus(total, points)
    }
    return total
  }
  const run = (values: Values): Points | null => {
    const total = collected(values)
    return total !== null && wholeUnits(total) >= cap ? cap : total
  }
  return {
    slots: parts.flatMap((part) => part.slots),
    most: Math.min(
      cap,
      parts.reduce((sum, part) => sum + part.most, 0),
    ),
    run,
    explain: (values) => {
      const total = collected(values)
      const said = parts.map((part) => part.explain(values))
      const whys = said.map((each) => each.why).join(';')
      const warnings = said.flatMap((each) => each.warnings ?? [])
      if (total === null) return { why: whys, warnings }
      const terms = parts.map((part) => pointsText(part.run(values) ?? 0)).join(' + ')
      const held = wholeUnits(total) > cap ? `,封顶 ${plain(cap)}` : ''
      return { why: `${terms} = ${pointsText(total)}${held}(${whys})`, warnings }
    },
  }
}
