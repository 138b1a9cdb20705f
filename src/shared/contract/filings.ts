/** `filings`: monthly reports, self-assessments and annual summaries; sign-off; counties by their city; cut lines. */
import { z } from 'zod'
import { monthSchema, yearSchema } from '../calendar'
import {
  annualKinds,
  annualSummaryContent,
  filedFigure,
  filingKindSchema,
  filingStates,
  monthlyContent,
  ownAssessment,
  shownSelfAssessment,
  summaryParts,
} from '../filings'
import { identifier, limits, text, toldLine, toldList, toldText, toldTime } from '../records'
import { dueDayActions } from './due-days'
import { idSchema, platformSchema } from './people'

const versionSchema = z.int().min(1).max(10_000)
const filingPeriodSchema = z.union([monthSchema, yearSchema])
const reasonSchema = text(limits.reasonLength)

/** Where a filing of a platform and period stands. Times are ISO in UTC. */
export const filingStatus = z.object({
  kind: filingKindSchema,
  period: filingPeriodSchema,
  state: z.enum(filingStates),
  dueAt: toldTime,
  /** Days until the due day, 0 on the day itself, negative after it. */
  daysLeft: z.number(),
  /** When it counts as filed; null while it does not. */
  filedAt: toldTime.nullable(),
  /** Filed after the due time, or past due and not filed: what H2.5 counts. */
  late: z.boolean(),
  /** Its newest version has waited for the sign-off longer than the reviewer's working days (D14). */
  waitsTooLong: z.boolean(),
  /** The newest version, 0 before the first. */
  version: z.number(),
  /** Whether another version can be filed now. */
  open: z.boolean(),
  /** Why the newest version was sent back. */
  refusedBecause: toldText.nullable(),
  /** When the city's platform sent the newest version on; always null for monthly reports and for cities. */
  forwardedAt: toldTime.nullable(),
})
export type FilingStatus = z.infer<typeof filingStatus>

const filedBy = z.object({
  version: versionSchema,
  filedAt: toldTime,
  by: toldLine,
  reason: toldText,
})

export const signOffEntry = z.object({
  version: versionSchema,
  decision: z.enum(['approve', 'refuse']),
  reason: toldText,
  by: toldLine,
  at: toldTime,
})
export type SignOffEntry = z.infer<typeof signOffEntry>

export const filingContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('monthly'), monthly: monthlyContent }),
  z.object({ kind: z.literal('self-assessment'), selfAssessment: shownSelfAssessment }),
  z.object({ kind: z.literal('annual-summary'), annualSummary: annualSummaryContent }),
])
export type FilingContent = z.infer<typeof filingContent>

const characterCounts = z.object({ words: z.number(), all: z.number() })

/** `replaces` is the version that the filer has seen, 0 for none; a newer one is not replaced unseen. */
const filingInput = z.strictObject({
  platformId: idSchema,
  replaces: z.int().min(0).max(10_000),
  /** Why it is corrected; asked for once the due time has passed. */
  reason: reasonSchema,
})

export const cutSchema = z.strictObject({
  grade: text(20, 1),
  /** Lowest total of the grade, 0…100 points. */
  from: z.number().min(0).max(100),
})
export const gradeCuts = z.object({
  year: yearSchema,
  tier: z.enum(['city', 'county']),
  version: versionSchema,
  cuts: toldList(cutSchema),
  reason: toldText,
  by: toldLine,
  at: toldTime,
})
export type GradeCuts = z.infer<typeof gradeCuts>

export const filingsContract = {
  /** What is due and filed in a year; `year` null = the year of the last month that is over. */
  due: {
    input: z.strictObject({ platformId: idSchema, year: yearSchema.nullable() }),
    output: z.object({
      platform: platformSchema,
      year: yearSchema,
      /** Today in Asia/Shanghai. */
      today: toldTime,
      filings: toldList(filingStatus),
      /** Late and missing monthly reports of the year so far, as they count (H2.5). */
      lateOrMissing: z.number(),
      /** Message templates that a person may subscribe to on their phone; empty where none is set up. */
      templates: toldList(toldLine),
    }),
  },
  /** A month's report as far as it is known: filed values, or none yet, beside those of the month before. */
  monthly: {
    input: z.strictObject({ platformId: idSchema, month: monthSchema }),
    output: z.object({
      platform: platformSchema,
      status: filingStatus,
      figures: toldList(
        z.object({
          name: toldLine,
          title: toldLine,
          unit: toldLine,
          note: toldText,
          whole: z.boolean(),
          alsoRecorded: z.boolean(),
          /** What single records of the platform and month amount to, undecided ones too: it is added to the figure. */
          recorded: z.number(),
          filed: filedFigure.nullable(),
          /** Of the month before. */
          last: filedFigure.nullable(),
        }),
      ),
      remark: toldText,
    }),
  },
  fileMonthly: {
    input: filingInput.extend({ month: monthSchema, ...monthlyContent.shape }),
    output: filingStatus,
  },
  /** The rubric's table with the card as it is now and the own points last filed. */
  selfAssessment: {
    input: z.strictObject({ platformId: idSchema, year: yearSchema }),
    output: z.object({
      platform: platformSchema,
      status: filingStatus,
      rows: toldList(
        z.object({
          criterion: toldLine,
          title: toldLine,
          section: toldLine,
          group: toldLine.nullable(),
          max: z.number(),
          weight: z.number(),
          card: z.number().nullable(),
          why: toldText,
          own: z.number().nullable(),
          note: toldText,
          difference: z.number().nullable(),
        }),
      ),
      cardTotal: z.number(),
      /** Null before it was filed. */
      ownTotal: z.number().nullable(),
    }),
  },
  fileSelfAssessment: {
    input: filingInput.extend({ year: yearSchema, rows: z.array(ownAssessment).min(1).max(200) }),
    output: filingStatus,
  },
  /** The outline with what was filed, or prefilled from the data. */
  annualSummary: {
    input: z.strictObject({ platformId: idSchema, year: yearSchema }),
    output: z.object({
      platform: platformSchema,
      status: filingStatus,
      content: annualSummaryContent.extend({
        // Before it is filed the problems are still to be written.
        problems: toldList(toldLine),
      }),
      /** What the data say of each part, to be taken over again. */
      prefilled: z.record(z.enum(summaryParts), toldText),
    }),
  },
  fileAnnualSummary: {
    input: filingInput.extend({ year: yearSchema, ...annualSummaryContent.shape }),
    output: filingStatus,
  },
  /** One version as filed, the newest by default, and what became of all of them. */
  filing: {
    input: z.strictObject({
      platformId: idSchema,
      kind: filingKindSchema,
      period: filingPeriodSchema,
      version: versionSchema.nullable(),
    }),
    output: z.object({
      platform: platformSchema,
      status: filingStatus,
      filed: filedBy,
      content: filingContent,
      /** Of the body of an annual summary; null for the others. */
      characters: characterCounts.nullable(),
      versions: toldList(filedBy),
      signOffs: toldList(signOffEntry),
      /** Whether the caller is who signs it off. */
      mayDecide: z.boolean(),
    }),
  },
  /** What waits for the caller's sign-off, the longest waiting first. */
  queue: {
    input: z.strictObject({ cursor: identifier(200).nullable() }),
    output: z.object({
      rows: toldList(
        z.object({
          platform: platformSchema,
          status: filingStatus,
          versionFiledAt: toldTime,
          own: z.boolean(),
        }),
      ),
      cursor: toldLine.nullable(),
      waiting: z.number(),
      /** Those of them that have waited longer than the reviewer's working days. */
      overdue: z.number(),
    }),
  },
  /** 审定. `version` is the one that was seen. */
  signOff: {
    input: z.strictObject({
      platformId: idSchema,
      kind: filingKindSchema,
      period: filingPeriodSchema,
      version: versionSchema,
      decision: z.enum(['approve', 'refuse']),
      reason: reasonSchema,
    }),
    output: filingStatus,
  },
  /** The annual filings of a city platform's counties. */
  counties: {
    input: z.strictObject({ platformId: idSchema, year: yearSchema }),
    output: z.object({
      rows: toldList(z.object({ platform: platformSchema, filings: toldList(filingStatus) })),
    }),
  },
  /** Sends a county's signed-off annual filing on to the province (汇总报送). */
  forward: {
    input: z.strictObject({
      /** The city's platform, which sends. */
      platformId: idSchema,
      countyId: idSchema,
      kind: z.enum(annualKinds),
      year: yearSchema,
      version: versionSchema,
    }),
    output: filingStatus,
  },
  /** The cut lines of grades in force (D2), and those before them, newest first. */
  cuts: {
    input: z.strictObject({ year: yearSchema }),
    output: z.object({ cuts: toldList(gradeCuts) }),
  },
  /** Bands in any order, one of them from 0; an empty list takes the lines back. */
  setCuts: {
    input: z.strictObject({
      year: yearSchema,
      tier: z.enum(['city', 'county']),
      cuts: z.array(cutSchema).max(10),
      reason: text(limits.reasonLength, 1),
      replaces: z.int().min(0).max(10_000),
    }),
    output: gradeCuts,
  },
  ...dueDayActions,
}
