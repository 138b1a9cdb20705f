/** The payloads of stored rows, which may be older than the schemas of today. */
import { recordPayload, type RecordPayload } from '../../src/shared/records'

/**
 * What was entered, or null where a stored row has a form that is no longer read, such as a time of a million digits.
 * Lists and counts leave such a row out, so that it does not take its neighbours along.
 */
export function readPayload(stored: unknown): RecordPayload | null {
  return recordPayload.safeParse(stored).data ?? null
}
