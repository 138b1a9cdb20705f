/**
 * A record on its way between phone and server. The id is made on the phone (UUID v7) and never changes;
 * `revision` counts the person's own versions from 1 and never falls: versions that were sent and did not arrive leave
 * gaps, so that one which arrives late is older than what is in force. The hash covers what the person entered and
 * nothing else, so that a repeat of the same push is recognised as such.
 */
import { z } from 'zod'
import { canonicalJson } from './canonical-json'
import { limits } from './limits'
import { instant, recordPayload, uuid, type RecordPayload } from './kinds'
import { withinRecordBytes } from './size'
import { identifier, text } from './text'

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
export const revisionSchema = z.int().min(1).max(10_000)

export const pushedRecord = z.strictObject({
  id: uuid,
  platformId: identifier(40),
  revision: revisionSchema,
  /** The server's revision that this one changes, 0 for none; without it the one just before. */
  basedOn: z.union([z.literal(0), revisionSchema]).optional(),
  /** The person knew that the record had been returned when they changed it; unsaid by older phones. */
  returnSeen: z.boolean().optional(),
  /** When the person saved it, by the phone's clock. */
  filledAt: instant,
  payload: recordPayload.superRefine(withinRecordBytes),
  /** SHA-256 of `hashedText`. */
  hash: hashSchema,
  /** Why it was changed after sending; empty in revision 1. */
  reason: text(limits.reasonLength),
})

export type PushedRecord = z.infer<typeof pushedRecord>

/** The text whose SHA-256 (hex) is a record's hash. */
export function hashedText(platformId: string, payload: RecordPayload): string {
  return canonicalJson({ platformId, payload })
}
