/**
 * What the scoring core sees of a record: a flat row of the few properties that a clause can ask for.
 * A record of any kind (an activity on a phone, a judge's mark, a month's obligation to report) is
 * turned into one or more of these before it is tallied; nothing else of it reaches the score.
 *
 * `date` is the day of the act itself in Asia/Shanghai (RULES.md G8); `entered` is the day on which the back end
 * got to know of it, for a rubric that counts by that.
 */
import { z } from 'zod'
import { yearSchema } from '../calendar'

export const activityCategories = [
  'brand',
  'startup',
  'technology',
  'policy',
  'training',
  'matching',
  'park',
  'visit',
  'other',
] as const
export const activityRoles = ['host', 'undertake', 'host-undertake', 'assist'] as const
export const campaigns = ['none', 'together', 'service-month'] as const
export const demandTypes = ['application', 'loan', 'equity'] as const
export const demandChannels = ['provincial', 'xiangqirong', 'both'] as const
/** Whose honour it is: the platform's, its operator's or its staff's, or that of a body or expert that it recommended (G18). */
export const honourHolders = ['own', 'recommended'] as const
/** The two bodies that judge together (RULES.md H3.3): the department of industry, and the platform above. */
export const judgingBodies = ['department', 'platform'] as const
export const honourKinds = [
  'provincial-case-listed',
  'provincial-case-promoted',
  'most-popular-platform',
  'excellent-institution',
  'service-star',
  'excellent-expert',
  'excellent-product',
  'national-or-provincial-honour',
  'mainstream-media-report',
] as const

const count = z.int().min(0).max(1_000_000_000)
const date = z.iso.date()
const base = { id: z.string().min(1).max(80), date, entered: date.optional(), approved: z.boolean() }

/** An activity; `complete` is RULES.md G16, `attendances` the 家次 that count (the approved number once there is one). */
export const countableActivity = z.strictObject({
  ...base,
  kind: z.literal('activity'),
  category: z.enum(activityCategories),
  /** What else it is, besides `category` (RULES.md G9); read only where a province counts an event in each. */
  alsoCategories: z.array(z.enum(activityCategories)).max(activityCategories.length).optional(),
  role: z.enum(activityRoles),
  campaign: z.enum(campaigns),
  /** Absent = held on the spot. */
  online: z.boolean().optional(),
  /** Which of the services that a clause lists by name; read only where a province counts each of them. */
  topic: z.string().min(1).max(80).optional(),
  /** Did it lead to a loan? Read only where a matching event must; absent = no. */
  ledToLoan: z.boolean().optional(),
  published: z.boolean(),
  complete: z.boolean(),
  attendances: count,
  /** The distinct enterprises behind `attendances`; read only where a province counts 家 (RULES.md D4). */
  enterprises: z.array(z.string().min(1).max(80)).max(10_000).optional(),
})

/**
 * A financing demand of one enterprise; `inTime` = published within the time of the rubric (RULES.md H2.2b), null =
 * not yet decidable, for want of a holiday table of the year: then it speaks neither for nor against.
 */
export const countableDemand = z.strictObject({
  ...base,
  kind: z.literal('demand'),
  demand: z.enum(demandTypes),
  channel: z.enum(demandChannels).optional(),
  published: z.boolean(),
  inTime: z.boolean().nullable(),
  /** A reviewer has excused its delay, with a reason; read only where a province lets them. Absent = no. */
  excused: z.boolean().optional(),
})

export const countableTransaction = z.strictObject({
  ...base,
  kind: z.literal('transaction'),
  completed: z.boolean(),
})

/** An honour or report; items of the same `story` are one (RULES.md G17). */
export const countableHonour = z.strictObject({
  ...base,
  kind: z.literal('honour'),
  honour: z.enum(honourKinds),
  story: z.string().min(1).max(80),
  /** The last day on which it is valid; absent = it has no term. */
  validUntil: date.optional(),
  /** The year that its name bears, such as 2022年度. */
  forYear: yearSchema.optional(),
  /** Absent = the platform's own. */
  holder: z.enum(honourHolders).optional(),
})

/** One figure of a monthly report that no record carries, such as `registrations`. */
export const countableFigure = z.strictObject({
  ...base,
  kind: z.literal('figure'),
  name: z.string().min(1).max(60),
  value: z.number().min(0).max(1_000_000_000),
})

/**
 * A duty to file that has fallen due; `late` = missing at its due time, filed afterwards or not, or sent back before
 * it and not corrected by then (D11). The others are read only by other readings of the clause.
 */
export const countableObligation = z.strictObject({
  ...base,
  kind: z.literal('obligation'),
  late: z.boolean(),
  /** Missing at its due time whatever was sent back; absent = as `late`. */
  lateAtFirst: z.boolean().optional(),
  /** Missing at its due time and filed afterwards; absent = no. */
  filedAfterDue: z.boolean().optional(),
  /** How often it was sent back; absent = never. */
  returns: count.optional(),
})

/** A quantity that somebody states for the whole period (a target, N, "the sub-platform exists"); the latest `at` counts. */
export const countableStatement = z.strictObject({
  ...base,
  kind: z.literal('statement'),
  name: z.string().min(1).max(60),
  value: z.union([z.number().min(0).max(1_000_000_000), z.boolean()]),
  at: z.iso.datetime({ offset: true }),
})

/** Points that a named judge gives to one criterion; of one judge the latest `at` counts, of several the mean. */
export const countableMark = z.strictObject({
  ...base,
  kind: z.literal('mark'),
  criterion: z.string().min(1).max(80),
  judge: z.string().min(1).max(80),
  /** For which of the two bodies the judge speaks; absent = not said. */
  body: z.enum(judgingBodies).optional(),
  points: z.number().min(0).max(100),
  at: z.iso.datetime({ offset: true }),
})

/**
 * What a person decides of a criterion that cannot be computed (G10, D22): points, or that it does not apply, or
 * that an earlier decision is taken back; the latest `at` counts.
 */
export const countableDecision = z.strictObject({
  ...base,
  kind: z.literal('decision'),
  criterion: z.string().min(1).max(80),
  decision: z.union([z.number().min(0).max(100), z.enum(['not-applicable', 'none'])]),
  reason: z.string().min(1).max(500),
  /** The document that it rests on; empty = none is named. */
  document: z.string().max(500),
  at: z.iso.datetime({ offset: true }),
})

export const countableRecord = z.discriminatedUnion('kind', [
  countableActivity,
  countableDemand,
  countableTransaction,
  countableHonour,
  countableFigure,
  countableObligation,
  countableStatement,
  countableMark,
  countableDecision,
])

export type CountableRecord = z.infer<typeof countableRecord>
export type CountableKind = CountableRecord['kind']
export type ActivityCategory = (typeof activityCategories)[number]
export type ActivityRole = (typeof activityRoles)[number]
export type Campaign = (typeof campaigns)[number]
export type JudgingBody = (typeof judgingBodies)[number]
export type DemandType = (typeof demandTypes)[number]
export type DemandChannel = (typeof demandChannels)[number]
export type HonourHolder = (typeof honourHolders)[number]
export type HonourKind = (typeof honourKinds)[number]
