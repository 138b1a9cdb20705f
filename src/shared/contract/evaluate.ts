/** `evaluate`: the province's side. Statements and marks, runs, freezing, corrections. */
import { z } from 'zod'
import { limits, text } from '../records'
import { periodSchema, yearSchema } from '../calendar'
import { idSchema, tierSchema } from './people'

export const resultStates = ['provisional', 'frozen', 'published', 'replaced'] as const

export const resultSummary = z.object({
  id: idSchema,
  platformId: idSchema,
  period: periodSchema,
  rubricId: z.string(),
  rubricVersion: z.string(),
  state: z.enum(resultStates),
  /** Exact total in points, 0…100. */
  total: z.number(),
  rank: z.number().nullable(),
  /** SHA-256 of facts and rubric version; equal inputs have equal digests. */
  digest: z.string(),
  computedAt: z.string(),
  replaces: idSchema.nullable(),
  reason: z.string().nullable(),
})
export type ResultSummary = z.infer<typeof resultSummary>

export const runSummary = z.object({
  period: periodSchema,
  platforms: z.number(),
  /** Platform-months that were tallied anew, because their records had changed. */
  monthsTallied: z.number(),
  /** Results whose card changed in this run. */
  changed: z.number(),
  frozen: z.boolean(),
})
export type RunSummary = z.infer<typeof runSummary>

export const evaluateContract = {
  /** Figures of the period (its month, or all of it) and of the year so far, provisional, of every platform. Idempotent. */
  run: { input: z.strictObject({ period: periodSchema }), output: runSummary },
  freeze: {
    input: z.strictObject({ period: periodSchema }),
    output: z.object({ period: periodSchema, frozen: z.number() }),
  },
  /** A new frozen result of one platform in place of a frozen one. */
  correct: {
    input: z.strictObject({ resultId: idSchema, reason: text(limits.reasonLength, 1) }),
    output: resultSummary,
  },
  /** A target, N, or another quantity for the whole period. */
  state: {
    input: z.strictObject({
      platformId: idSchema,
      year: yearSchema,
      name: z.string().min(1).max(60),
      value: z.union([z.number().min(0).max(1_000_000_000), z.boolean()]),
      source: text(limits.reasonLength, 1),
    }),
    output: z.object({ id: idSchema }),
  },
  mark: {
    input: z.strictObject({
      platformId: idSchema,
      year: yearSchema,
      criterion: z.string().min(1).max(80),
      points: z.number().min(0).max(100),
      reason: text(limits.reasonLength, 1),
    }),
    output: z.object({ id: idSchema }),
  },
  results: {
    input: z.strictObject({ period: periodSchema, tier: tierSchema }),
    output: z.object({ results: z.array(resultSummary) }),
  },
}
