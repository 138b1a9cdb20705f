/** Which pictures are still needed: those that some version of a record names, be it saved, received or only being written. */
import { photosOf, type RecordPayload } from '../../shared/records'
import type { Draft } from '../drafts'
import type { KnownRecord } from '../known'
import type { OutboxItem } from '../outbox'

export type Versions = {
  drafts: ReadonlyMap<string, Draft>
  items: ReadonlyMap<string, OutboxItem>
  known: ReadonlyMap<string, KnownRecord>
}

/** The ids that these versions name. What a draft holds is not read but searched: it may be of any age. */
export function namedIn({ drafts, items, known }: Versions): (photoId: string) => boolean {
  const named = new Set<string>()
  const take = (payload: RecordPayload) => photosOf(payload).forEach(({ id }) => named.add(id))
  for (const { record } of known.values()) take(record.payload)
  for (const { record } of items.values()) take(record.payload)
  const written = [...drafts.values()].map(({ fields }) => JSON.stringify(fields))
  return (photoId) => named.has(photoId) || written.some((text) => text.includes(photoId))
}

/**
 * Is every version of the record that can still matter among these? If not, what they do not name may be needed
 * all the same: the server may have a version whose receipt was lost, or one that this phone had no room for.
 */
export function isWhole(recordId: string, { drafts, items, known }: Versions): boolean {
  if ((items.get(recordId)?.sent.length ?? 0) > 0) return false
  return known.has(recordId) || drafts.get(recordId)?.changes?.fromServer !== true
}
