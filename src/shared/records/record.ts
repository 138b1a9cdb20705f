/**
 * A record on its way between phone and server. The id is made on the phone (UUID v7) and never changes;
 * `revision` counts the person's own versions from 1. The hash covers what the person entered and
 * nothing else, so that a repeat of the same push is recognised as such.
 */
import { z } from 'zod'
import { canonicalJson } from './canonical-json'
import { limits } from './limits'
import { instant, recordPayload, uuid, type RecordPayload } from './payload'
import { identifier, text } from './text'

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
export const revisionSchema = z.int().min(1).max(10_000)

export const pushedRecord = z.strictObject({
  id: uuid,
  platformId: identifier(40),
  revision: revisionSchema,
  /** When the person saved it, by the phone's clock. */
  filledAt: instant,
  payload: recordPayload,
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
