/** A record that waits on the phone to be sent, as it lies in storage. */
import { z } from 'zod'
import { hashSchema, pushedRecord, revisionSchema } from '../../shared/records'

export const outboxItem = z.object({
  record: pushedRecord,
  /** When it was saved first, ISO; the oldest goes first, edits do not lose their place. */
  savedAt: z.string(),
  /** The versions that were on their way at least once: the server may have any of them. */
  sent: z.array(z.object({ revision: revisionSchema, hash: hashSchema })),
  /** The server's revision that this version is made on; 0 if the server has none. */
  serverRevision: z.union([z.literal(0), revisionSchema]),
  /** The person knew of the reviewer's return when they saved this version. */
  returnSeen: z.boolean().default(true),
  /** Why the server refused it; it waits for the person. */
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
})
export type OutboxItem = z.infer<typeof outboxItem>

/** Versions that are remembered as sent; the server knows of no more than the last few. */
export const SENT_REMEMBERED = 20

export const wasSent = (item: OutboxItem, version: { revision: number; hash: string }) =>
  item.sent.some(({ revision, hash }) => revision === version.revision && hash === version.hash)

export const isQueued = (item: OutboxItem) => item.failure === null

export function oldestFirst(a: OutboxItem, b: OutboxItem): number {
  return Date.parse(a.savedAt) - Date.parse(b.savedAt) || (a.record.id < b.record.id ? -1 : 1)
}
