/** `evaluate`: the province's side. Statements and marks, runs, freezing, exclusion, publication, objections. */
import { z } from 'zod'
import { identifier, judgingBodies, limits, text, uuid, toldList } from '../records'
import { periodSchema, yearSchema } from '../calendar'
import { idSchema, tierSchema } from './people'
import {
  exclusionDecision,
  exclusionGroundSchema,
  objection,
  publication,
  resultStates,
  resultSummary,
  runProgress,
} from './results'
import { decisionActions } from './decisions'
import { statedActions } from './stated'

const reasonSchema = text(limits.reasonLength, 1)

export const runSummary = z.object({
  period: periodSchema,
  /** Platforms in all. */
  platforms: z.number(),
  /** Platforms that are through; with `finished` false the next call goes on from here. */
  done: z.number(),
  finished: z.boolean(),
  monthsTallied: z.number(),
  changed: z.number(),
  failed: toldList(idSchema),
  /** The period is frozen or published: nothing was done. */
  frozen: z.boolean(),
})
export type RunSummary = z.infer<typeof runSummary>

export const evaluateContract = {
  /**
   * Figures of the period (its month, or all of it) and of the year so far, provisional, of every platform.
   * Idempotent. Stops by itself before the function's time is over: call again until `finished`.
   */
  run: { input: z.strictObject({ period: periodSchema }), output: runSummary },
  /** The runs of a period, newest first. */
  runs: {
    input: z.strictObject({ period: periodSchema }),
    output: z.object({ runs: toldList(runProgress) }),
  },
  /** Every period of a year that has begun, in the order in which they end: how far each has come. */
  periods: {
    input: z.strictObject({ year: yearSchema }),
    output: z.object({
      periods: toldList(
        z.object({
          period: periodSchema,
          /** Null while nothing has been computed. */
          state: z.enum(resultStates).exclude(['replaced']).nullable(),
          results: z.number(),
          publication: publication.nullable(),
          run: runProgress.nullable(),
        }),
      ),
    }),
  },
  freeze: {
    input: z.strictObject({ period: periodSchema }),
    output: z.object({ period: periodSchema, frozen: z.number() }),
  },
  /** Frozen → published, all classes of the period at once; opens the publicity. Again = the same answer with 0. */
  publish: {
    input: z.strictObject({ period: periodSchema }),
    output: z.object({ period: periodSchema, published: z.number(), publication }),
  },
  /** A new frozen result of one platform in place of a frozen one. */
  correct: {
    input: z.strictObject({ resultId: uuid, reason: reasonSchema }),
    output: resultSummary,
  },
  /**
   * After cut lines were set or changed: the frozen or published results of a class are graded by those in force, each
   * replaced by a corrected one with this reason. `grades` says how many grades change. Again = the same answer with 0.
   */
  regrade: {
    input: z.strictObject({ period: yearSchema, tier: z.enum(['city', 'county']), reason: reasonSchema }),
    output: z.object({
      period: yearSchema,
      tier: tierSchema,
      corrected: z.number(),
      grades: z.number(),
    }),
  },
  /** Leaves a platform out of a year's ranking and grades, or with `ground` null takes it in again. */
  exclude: {
    input: z.strictObject({
      platformId: idSchema,
      year: yearSchema,
      ground: exclusionGroundSchema.nullable(),
      reason: reasonSchema,
      /** The version that was seen, 0 for none. */
      replaces: z.int().min(0).max(10_000),
    }),
    output: exclusionDecision,
  },
  /** Every decision of a year, newest first. */
  exclusions: {
    input: z.strictObject({ year: yearSchema }),
    output: z.object({ exclusions: toldList(exclusionDecision) }),
  },
  /** A manager objects to the published result of their platform, within the publicity. */
  object: {
    input: z.strictObject({ resultId: uuid, text: text(1_000, 1) }),
    output: objection,
  },
  /** Of a platform or of all that the caller may see, of a period or of all; open ones first, then newest. */
  objections: {
    input: z.strictObject({ platformId: idSchema.nullable(), period: periodSchema.nullable() }),
    output: z.object({ objections: toldList(objection) }),
  },
  answerObjection: {
    input: z.strictObject({
      objectionId: uuid,
      upheld: z.boolean(),
      text: text(1_000, 1),
      /** Only of an objection that is upheld: the result in force of the same platform and period. */
      correctedResultId: uuid.nullable(),
    }),
    output: objection,
  },
  /** A target, N, or another quantity for the whole period. */
  state: {
    input: z.strictObject({
      platformId: idSchema,
      year: yearSchema,
      name: identifier(60),
      value: z.union([z.number().min(0).max(1_000_000_000), z.boolean()]),
      source: reasonSchema,
    }),
    output: z.object({ id: idSchema }),
  },
  mark: {
    input: z.strictObject({
      platformId: idSchema,
      year: yearSchema,
      criterion: identifier(80),
      points: z.number().min(0).max(100),
      reason: reasonSchema,
      /** The body or person that judges, by name; of one the newest mark counts. Null = the caller. */
      judge: text(60, 1).nullable().default(null),
      /** For which of the two bodies the judge speaks (RULES.md H3.3); null = not said. */
      body: z.enum(judgingBodies).nullable().default(null),
    }),
    output: z.object({ id: idSchema }),
  },
  /** Takes back a mark and what the same judge gave before it. Again = the same answer with 0. */
  takeBackMark: {
    input: z.strictObject({
      platformId: idSchema,
      year: yearSchema,
      criterion: identifier(80),
      id: uuid,
      reason: reasonSchema,
    }),
    output: z.object({ taken: z.number() }),
  },
  ...statedActions,
  ...decisionActions,
  results: {
    input: z.strictObject({ period: periodSchema, tier: tierSchema }),
    output: z.object({ results: toldList(resultSummary) }),
  },
}
