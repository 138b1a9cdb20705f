/** `standing`: where a platform stands, the ranking of its class, and what is behind each point. */
import { z } from 'zod'
import { periodSchema } from '../calendar'
import { rubricId, rubricVersion } from '../rubric'
import { tallySchema } from '../scoring'
import {
  hashSchema,
  identifier,
  uuid,
  serverStateSchema,
  toldLine,
  toldList,
  toldRecord,
  toldText,
  toldTime,
} from '../records'
import { idSchema, platformSchema, tierSchema } from './people'
import { cutSchema } from './filings'
import { exclusion, publication, resultStates } from './results'

/** Which rubric document applies, by id and version; the phone keeps documents that it has seen. */
export const rubricReference = z.object({ id: rubricId, version: rubricVersion, digest: hashSchema })
export type RubricReference = z.infer<typeof rubricReference>

export const progress = z.object({
  platform: platformSchema,
  rubric: rubricReference,
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  asOf: toldTime,
  /** Tally of the year so far of what counts: approved records, statements, marks, duties fallen due. */
  approved: tallySchema,
  /** Tally of what is submitted and not decided, counted as if approved as declared. */
  pending: tallySchema,
  pendingRecords: z.number(),
  /**
   * The cut lines to score with. Null until the annual evaluation has begun (a result of the year exists), where
   * none are in force, and for a platform without a class: then the authoritative card has no grade either.
   */
  cuts: toldList(cutSchema).nullable(),
  /** Why the platform is left out of the year's ranking and grades; null as a rule. */
  exclusion: exclusion.nullable(),
  /** The latest ranking of the class, if one has been computed. */
  standing: z
    .object({
      period: periodSchema,
      rank: z.number(),
      of: z.number(),
      total: z.number(),
      /** Places gained (positive) or lost since the period before; null without one. */
      movement: z.number().nullable(),
      /** Null where it would give away what is not published: in a class of fewer than five. */
      median: z.number().nullable(),
    })
    .nullable(),
})
export type Progress = z.infer<typeof progress>

/** A quantity that a rubric reads. */
/** What a person decided of a criterion that cannot be computed; `points` null = it does not apply. */
const decidedFact = z.object({ points: z.number().nullable(), reason: toldLine, document: toldLine })
export const factValueSchema = z.union([
  toldRecord(decidedFact),
  z.number(),
  z.boolean(),
  z.null(),
  toldList(toldLine),
  toldRecord(z.number()),
])

export const rankingRow = z.object({
  resultId: idSchema,
  platform: platformSchema,
  /** Null for the provincial platform and for one that is excluded. */
  rank: z.number().nullable(),
  total: z.number(),
  /**
   * What the period added to the total: the exact difference to the period before of the same kind, the whole
   * total in the first of a year; null of a year and where that period has no result.
   */
  added: z.number().nullable(),
  /** Of the annual evaluation alone. */
  grade: toldLine.nullable(),
  exclusion: exclusion.nullable(),
  movement: z.number().nullable(),
  state: z.enum(resultStates),
})
export type RankingRow = z.infer<typeof rankingRow>

export const recordBehind = z.object({
  id: toldLine,
  /** Null for rows that are no record of a person: a duty, a statement, a mark. */
  recordId: uuid.nullable(),
  title: toldLine,
  date: toldTime,
  counts: z.boolean(),
  /** Why it does not count, or what it adds. */
  why: toldText,
  state: serverStateSchema.nullable(),
  /** Who decided and when, where somebody did. */
  decidedBy: toldLine.nullable(),
  decidedAt: toldTime.nullable(),
  /** Whose it is, where it is not the platform's own: of a city's figures that count its counties' too. */
  platform: toldLine.nullable(),
  /** The reason of a mark, the source of a statement or of a report's figure. */
  reason: toldText.nullable(),
  /** The signed-off report that a figure or duty is from, and when it was filed; `open` = the caller may read it. */
  report: z
    .object({ platformId: idSchema, month: periodSchema, filedAt: toldTime.nullable(), open: z.boolean() })
    .nullable(),
})
export type RecordBehind = z.infer<typeof recordBehind>

export const outliers = ['total-low', 'total-high', 'attendances-low', 'attendances-high'] as const
export type Outlier = (typeof outliers)[number]

/** One platform as the province, or the reviewer of its area, looks over it. */
export const overviewRow = z.object({
  platform: platformSchema,
  /** The report of `month`: open = not filed and not due yet; null where none is asked for. */
  report: z.enum(['filed', 'late', 'missing', 'open']).nullable(),
  /** Late and missing monthly reports of that month's year so far (H2.5). */
  lateOrMissing: z.number(),
  /** Records that wait for a decision, and those of them that have waited longer than the reviewer's working days. */
  waiting: z.number(),
  overdue: z.number(),
  /** The same of filings that wait for the sign-off (审定). */
  filingsWaiting: z.number(),
  filingsOverdue: z.number(),
  /** Waiting records with risk flags. */
  signed: z.number(),
  exclusion: exclusion.nullable(),
  /** The result of `period`, if the platform has one. */
  result: z
    .object({ id: idSchema, total: z.number(), rank: z.number().nullable(), state: z.enum(resultStates) })
    .nullable(),
  /** 家次 of the year so far up to the end of `period`; null without a result or in a rubric that does not count them. */
  attendances: z.number().nullable(),
  /** Far from the median of its class: a total beyond half or twice, attendances beyond a fifth or five times. */
  outliers: toldList(z.enum(outliers)),
})
export type OverviewRow = z.infer<typeof overviewRow>

/** For so many days a guessed code is told of. */
export const guessedDays = 7

/** Only what the caller may see; before publication that is their own platform, area or, for the province, all (D36). */
export const standingContract = {
  progress: { input: z.strictObject({ platformId: idSchema }), output: progress },
  /** The rubric document itself, as JSON. */
  rubric: {
    input: z.strictObject({ id: rubricId, version: rubricVersion }),
    output: z.object({ document: toldRecord(z.unknown()) }),
  },
  periods: { input: z.strictObject({}), output: z.object({ periods: toldList(periodSchema) }) },
  ranking: {
    input: z.strictObject({ tier: tierSchema, period: periodSchema }),
    output: z.object({
      rows: toldList(rankingRow),
      /** Of the platforms that are ranked; null where it would give away what is not published. */
      median: z.number().nullable(),
      publication: publication.nullable(),
    }),
  },
  /** The stored card of a result, byte for byte as computed (canonical JSON). */
  card: {
    input: z.strictObject({ resultId: uuid }),
    output: z.object({
      platform: platformSchema,
      period: periodSchema,
      state: z.enum(resultStates),
      rubric: rubricReference,
      computedAt: toldTime,
      card: z.string().max(4_000_000),
      /** What counts, unlike the grade on the card: null while the platform is excluded. */
      grade: toldLine.nullable(),
      exclusion: exclusion.nullable(),
      publication: publication.nullable(),
      /** Of a correction: why, and the result that it stands in place of. */
      reason: toldText.nullable(),
      replaces: z.object({ resultId: idSchema, computedAt: toldTime }).nullable(),
      /** Points that the period added, as in the ranking. */
      added: z.number().nullable(),
      /** The facts of the period alone, by the names that the rubric declares: what the month or quarter brought. */
      increment: toldRecord(factValueSchema),
    }),
  },
  /** The rows behind one node of a platform's card, in the year so far up to the end of the period. */
  behind: {
    input: z.strictObject({ platformId: idSchema, period: periodSchema, node: identifier(80) }),
    output: z.object({ rows: toldList(recordBehind) }),
  },
  /** Totals of each month's run for the platform, and the class's median. */
  trend: {
    input: z.strictObject({ platformId: idSchema, year: z.string().regex(/^20\d{2}$/) }),
    output: z.object({
      months: toldList(z.object({ month: toldTime, total: z.number(), median: z.number().nullable() })),
    }),
  },
  /** All platforms that the caller looks over, with what asks for attention. */
  overview: {
    input: z.strictObject({}),
    output: z.object({
      /** The last month that is over, whose reports are looked at. */
      month: periodSchema,
      /** The latest period with results; null before the first. */
      period: periodSchema.nullable(),
      rows: toldList(overviewRow),
      /**
       * Refused attempts of the last days with tokens that belong to no activity. They are of no platform or area
       * either: null for who does not look over all.
       */
      guessed: z.number().nullable(),
      /** The medians of `period` by class, over all of the class; without those that would give away a total. */
      medians: z.partialRecord(
        tierSchema,
        z.object({ total: z.number(), attendances: z.number().nullable() }),
      ),
    }),
  },
}
