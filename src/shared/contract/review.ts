/** `review`: what waits for a decision, the decision, and the history of a record. */
import { z } from 'zod'
import { riskFlag, riskFlagKinds, sign } from '../flags'
import {
  identifier,
  limits,
  revisionSchema,
  serverStateSchema,
  text,
  toldLine,
  toldList,
  toldText,
  toldTime,
  uuid,
} from '../records'
import { approvalSummary } from './approval-summary'
import { areaCodeSchema, idSchema } from './people'
import { storedRecord } from './records'

export const historyEntry = z.object({
  at: toldTime,
  by: toldLine,
  action: z.enum(['submit', 'revise', 'withdraw', 'approve', 'return', 'undo']),
  revision: revisionSchema,
  fromState: serverStateSchema.nullable(),
  toState: serverStateSchema,
  reason: toldText.nullable(),
  /** Fields that changed from the revision before, by path, as text. */
  changes: toldList(z.object({ field: toldText, from: toldText, to: toldText })),
})
export type HistoryEntry = z.infer<typeof historyEntry>

/** A record before a reviewer. */
export const reviewedRecord = storedRecord.extend({
  /** Undecided for longer than the working days that a reviewer has. */
  overdue: z.boolean(),
  /** The caller submitted a revision of it, so another one must decide. */
  ownRecord: z.boolean(),
  /** What deserves a second look; shown, never decided by. */
  flags: toldList(riskFlag).default([]),
  /** The same for phones of the last release, with the kinds that they know. */
  signs: toldList(sign),
  /** The 家次 to begin with: whoever is known, or the declared number where a sign-in sheet has arrived; null for other kinds. */
  presetAttendances: z.number().nullable().default(null),
  /** Enterprises that were entered before the last approval and came in after it, for which it waits again; by name. */
  newEntries: z.array(z.string().max(120)).max(limits.page).default([]),
})
export type ReviewedRecord = z.infer<typeof reviewedRecord>

const seen = z.strictObject({ id: uuid, revision: revisionSchema })

export const reviewContract = {
  queue: {
    input: z.strictObject({
      state: serverStateSchema,
      platformId: idSchema.nullable(),
      kind: identifier(20).nullable(),
      cursor: identifier(80).nullable(),
      /** Only records with a risk flag of this kind. */
      flag: z.enum(riskFlagKinds).nullable().default(null),
      /** Platforms of this area: a city with its counties, or one county. */
      areaCode: areaCodeSchema.nullable().default(null),
      /** Only what has waited for more than so many working days. */
      waitedLongerThan: z.int().min(1).max(30).nullable().default(null),
      /** What the caller has decided today, in whatever state it is now. */
      decidedToday: z.boolean().default(false),
      /** Part of a title, or of the name of an enterprise or a platform. */
      search: text(40, 1).nullable().default(null),
    }),
    output: z.object({
      records: toldList(reviewedRecord),
      /** Records of this page that could not be shown and were left out. */
      unreadable: z.int().min(0).default(0),
      cursor: toldLine.nullable(),
      /** Of everything that the caller may decide, whatever the filter. */
      waiting: z.number(),
      overdue: z.number(),
    }),
  },
  get: { input: z.strictObject({ id: uuid }), output: reviewedRecord },
  /** `revision` is the one that the reviewer has seen: a newer one is not approved unseen. */
  approve: {
    input: z.strictObject({
      id: uuid,
      revision: revisionSchema,
      approvedAttendances: z.int().min(0).max(limits.attendances).nullable(),
      /** Needed where more 家次 are approved than were declared. */
      reason: text(limits.reasonLength).default(''),
    }),
    output: storedRecord,
  },
  /** Approves records with their preset 家次, each by itself; one with flags, or with none or too many, has to be looked at alone. */
  approveMany: {
    input: z.strictObject({
      records: z.array(seen).min(1).max(limits.batch),
      /** What the reviewer was told that it would approve; where it is no longer that, nothing is approved. */
      expected: approvalSummary.optional(),
    }),
    output: z.object({
      results: toldList(
        z.object({
          id: uuid,
          approved: z.boolean(),
          code: toldLine.nullable(),
          message: toldText.nullable(),
        }),
      ),
    }),
  },
  return: {
    input: z.strictObject({ id: uuid, revision: revisionSchema, reason: text(limits.reasonLength, 1) }),
    output: storedRecord,
  },
  /** Takes back decisions that the caller made in the last 10 seconds; each record stands alone. */
  undo: {
    input: z.strictObject({ records: z.array(seen).min(1).max(limits.batch) }),
    output: z.object({
      results: toldList(
        z.object({
          id: uuid,
          undone: z.boolean(),
          code: toldLine.nullable(),
          message: toldText.nullable(),
        }),
      ),
    }),
  },
  history: {
    input: z.strictObject({
      id: uuid,
      /** With the decisions that were taken back, and that they were; phones of older releases know no such step. */
      undone: z.boolean().default(false),
    }),
    output: z.object({ entries: toldList(historyEntry) }),
  },
}
