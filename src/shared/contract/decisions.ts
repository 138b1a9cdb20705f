/** Of `evaluate`: criteria that cannot be computed, and what the province decided of them (rules G10, D22). */
import { z } from 'zod'
import { yearSchema } from '../calendar'
import { identifier, limits, text, toldLine, toldList, toldTime } from '../records'
import { idSchema, platformSchema, tierSchema } from './people'

/** Points, that the criterion does not apply to the platform, or that an earlier decision is taken back. */
export const decisionOutcome = z.union([z.number().min(0).max(100), z.enum(['not-applicable', 'none'])])
export type DecisionOutcome = z.infer<typeof decisionOutcome>

export const criterionDecision = z.object({
  id: idSchema,
  outcome: decisionOutcome,
  reason: toldLine,
  /** The document that it rests on; empty = none is named. */
  document: toldLine,
  by: toldLine,
  at: toldTime,
})
export type CriterionDecision = z.infer<typeof criterionDecision>

/** A criterion of one platform that waits for a decision or has one. */
export const decidableRow = z.object({
  platform: platformSchema,
  criterion: toldLine,
  title: toldLine,
  max: z.number(),
  /** Why it cannot be computed, as the last computed card says; null while no card says so. */
  why: toldLine.nullable(),
  /** All that were ever made, the newest first; the first one counts unless it is `none`. */
  decisions: toldList(criterionDecision),
})
export type DecidableRow = z.infer<typeof decidableRow>

export const decisionActions = {
  /** Decides; again with the same content = the same answer. */
  decide: {
    input: z.strictObject({
      platformId: idSchema,
      year: yearSchema,
      criterion: identifier(80),
      outcome: decisionOutcome,
      reason: text(limits.reasonLength, 1),
      document: text(200),
    }),
    output: z.object({ id: idSchema }),
  },
  /** What waits for a decision in a class and year, and what was decided; what waits comes first. */
  decisions: {
    input: z.strictObject({ tier: tierSchema, year: yearSchema }),
    output: z.object({ rows: toldList(decidableRow) }),
  },
}
