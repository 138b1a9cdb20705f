/** `review`: what waits for a decision, the decision, and the history of a record. */
import { z } from 'zod'
import { limits, revisionSchema, serverStateSchema, text, uuid } from '../records'
import { idSchema } from './people'
import { storedRecord } from './records'

export const historyEntry = z.object({
  at: z.string(),
  by: z.string(),
  action: z.enum(['submit', 'revise', 'withdraw', 'approve', 'return']),
  revision: revisionSchema,
  fromState: serverStateSchema.nullable(),
  toState: serverStateSchema,
  reason: z.string().nullable(),
  /** Fields that changed from the revision before, by path, as text. */
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
})
export type HistoryEntry = z.infer<typeof historyEntry>

export const reviewContract = {
  queue: {
    input: z.strictObject({
      state: serverStateSchema,
      platformId: idSchema.nullable(),
      kind: z.string().max(20).nullable(),
      cursor: z.string().max(80).nullable(),
    }),
    output: z.object({
      records: z.array(storedRecord.extend({ overdue: z.boolean(), ownRecord: z.boolean() })),
      cursor: z.string().nullable(),
      waiting: z.number(),
    }),
  },
  /** `revision` is the one that the reviewer has seen: a newer one is not approved unseen. */
  approve: {
    input: z.strictObject({
      id: uuid,
      revision: revisionSchema,
      approvedAttendances: z.int().min(0).max(limits.attendances).nullable(),
    }),
    output: storedRecord,
  },
  return: {
    input: z.strictObject({ id: uuid, revision: revisionSchema, reason: text(limits.reasonLength, 1) }),
    output: storedRecord,
  },
  history: { input: z.strictObject({ id: uuid }), output: z.object({ entries: z.array(historyEntry) }) },
}
