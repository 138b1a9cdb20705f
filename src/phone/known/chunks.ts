/**
 * The records that the server has told us of, in storage: a key for each platform and month, split where it
 * would grow past half a megabyte. Where room is wanted the oldest months go; the server has them.
 */
import { z } from 'zod'
import { storedRecord } from '../../shared/contract'
import { monthOf } from '../../shared/calendar'
import { StorageFull, type Keep, type Shelf } from '../storage'

export const knownRecord = z.object({
  record: storedRecord,
  /** This phone sent it, and the server's progress has not been asked for since: it is to be added to that. */
  uncounted: z.boolean(),
})
export type KnownRecord = z.infer<typeof knownRecord>

/** In characters; Chinese takes up to three bytes each, so a key stays below 1 MB. */
const CHUNK_CHARACTERS = 160_000

export type Chunks = {
  /** Those of which anything is kept. */
  platforms: () => string[]
  /**
   * What is kept of a platform; `whole` is false when a key could not be read, or when months were given up that
   * there is room for again.
   */
  load: (platformId: string) => { records: Map<string, KnownRecord>; whole: boolean }
  /** Writes the months of a platform anew. Throws StorageFull when even the newest does not fit. */
  write: (platformId: string, months: ReadonlySet<string>, records: Iterable<KnownRecord>) => void
}

export function makeChunks(keep: Keep): Chunks {
  const shelf = keep.copies('known', z.array(knownRecord), (own) => giveUp(own, own.ids()))
  /** Platforms of which months were given up. */
  const gaps = keep.shelf('known-gap', z.literal(true))
  const idsOf = (platformId: string) => shelf.ids().filter((id) => id.startsWith(`${platformId}:`))
  const platformOfId = (id: string) => id.split(':')[0] ?? ''
  const monthOfId = (id: string) => id.split(':')[1] ?? ''

  /** Removes the oldest month of these. */
  function giveUp(own: Shelf<KnownRecord[]>, ids: string[]): boolean {
    const [oldest] = ids.sort((a, b) => (monthOfId(a) < monthOfId(b) ? -1 : 1))
    if (oldest === undefined) return false
    own.remove(oldest)
    noteGap(platformOfId(oldest))
    return true
  }

  function noteGap(platformId: string): void {
    try {
      if (gaps.get(platformId) === null) gaps.put(platformId, true)
    } catch {
      // Then these months stay away until they change on the server.
    }
  }

  function putWithRoom(platformId: string, id: string, records: KnownRecord[]): void {
    for (;;) {
      try {
        return shelf.put(id, records)
      } catch (failure) {
        const older = idsOf(platformId).filter((each) => monthOfId(each) < monthOfId(id))
        if (failure instanceof StorageFull && giveUp(shelf, older)) continue
        noteGap(platformId)
        throw failure
      }
    }
  }

  return {
    platforms: () => [...new Set(shelf.ids().map(platformOfId))],
    load(platformId) {
      const records = new Map<string, KnownRecord>()
      let whole = true
      if (gaps.get(platformId) !== null && keep.hasPlenty()) {
        gaps.remove(platformId)
        whole = false
      }
      for (const id of idsOf(platformId)) {
        const chunk = shelf.get(id)
        if (!chunk) whole = false
        for (const known of chunk ?? []) {
          const before = records.get(known.record.id)
          if (!before || before.record.revision <= known.record.revision) records.set(known.record.id, known)
        }
      }
      return { records, whole }
    },
    write(platformId, months, records) {
      const byMonth = new Map<string, KnownRecord[]>([...months].map((month) => [month, []]))
      for (const known of records) byMonth.get(monthOf(known.record.date))?.push(known)
      // Newest first, so that the months most looked at get the room.
      for (const [month, own] of [...byMonth].sort(([a], [b]) => (a < b ? 1 : -1))) {
        const parts = split(own)
        parts.forEach((part, index) => putWithRoom(platformId, `${platformId}:${month}:${index}`, part))
        for (const id of idsOf(platformId)) {
          const [, its, index] = id.split(':')
          if (its === month && Number(index) >= parts.length) shelf.remove(id)
        }
      }
    },
  }
}

function split(records: KnownRecord[]): KnownRecord[][] {
  const parts: KnownRecord[][] = []
  let room = 0
  for (const known of [...records].sort((a, b) => (a.record.id < b.record.id ? -1 : 1))) {
    const length = JSON.stringify(known).length
    const part = parts[parts.length - 1]
    if (part && length <= room) {
      part.push(known)
      room -= length
    } else {
      parts.push([known])
      room = CHUNK_CHARACTERS - length
    }
  }
  return parts
}
