/** What the server knows of a platform's records, pulled since the last time and kept for offline. */
import { z } from 'zod'
import type { StoredRecord } from '../../shared/contract'
import { monthOf } from '../../shared/calendar'
import { dateOfAct, photosOf, type PushedRecord } from '../../shared/records'
import type { Keep } from '../storage'
import { createStore, type Store } from '../store'
import type { Call } from '../transport'
import { makeChunks, type KnownRecord } from './chunks'

export type KnownState = {
  platformId: string | null
  records: ReadonlyMap<string, KnownRecord>
  /** When the last pull came through, ISO; null if none ever did. */
  pulledAt: string | null
  pulling: boolean
  /** Why the last pull failed; null if it did not. */
  failure: unknown
}

const cursorSchema = z.object({ cursor: z.string().nullable(), pulledAt: z.string().nullable() })
const NOTHING = { records: new Map<string, KnownRecord>(), pulledAt: null, pulling: false, failure: null }

export type Known = {
  store: Store<KnownState>
  /** Shows what is kept of this platform. */
  open: (platformId: string | null) => void
  /** Asks for what has changed. Never throws. */
  pull: () => Promise<void>
  /** The server has confirmed this record of ours. */
  acknowledge: (record: PushedRecord) => void
  /** Finds records of every platform; what it has read of those that are not open it does not read again. */
  finder: () => (recordId: string) => StoredRecord | null
  /** Those of the platform that is open, and this one, whichever it is of. */
  withRecord: (recordId?: string) => ReadonlyMap<string, KnownRecord>
  /** Records of this phone that are to be added to the server's progress. */
  uncounted: () => KnownRecord[]
  /** The server's progress was asked for after these had been received. */
  counted: (records: readonly KnownRecord[]) => void
  /** The server gave the record as it is now. */
  put: (record: StoredRecord) => void
}

export function makeKnown(call: Call, keep: Keep, now: () => number): Known {
  const chunks = makeChunks(keep)
  const cursors = keep.shelf('cursor', cursorSchema)
  const store = createStore<KnownState>({ platformId: null, ...NOTHING })
  const iso = () => new Date(now()).toISOString()
  const pulls = new Map<string, Promise<void>>()

  /** Of the platform that is open those in memory; of another one, whose records were sent all the same, those kept. */
  function recordsOf(platformId: string): ReadonlyMap<string, KnownRecord> {
    const open = store.get()
    if (open.platformId === platformId) return open.records
    const { records, whole } = chunks.load(platformId)
    if (!whole) cursors.remove(platformId)
    return records
  }

  function merge(platformId: string, incoming: KnownRecord[]): void {
    const next = new Map(recordsOf(platformId))
    const months = new Set<string>()
    for (const known of incoming) {
      const before = next.get(known.record.id)
      // An answer that was overtaken by a newer receipt.
      if (before && before.record.revision > known.record.revision) continue
      if (before) months.add(monthOf(before.record.date))
      months.add(monthOf(known.record.date))
      next.set(known.record.id, known)
    }
    store.update((state) => (state.platformId === platformId ? { ...state, records: next } : state))
    try {
      chunks.write(platformId, months, next.values())
    } catch {
      // Said by the storage's health. The server has them; they are shown until the app is closed.
    }
  }

  /** Reads the platforms that are not open at most once. */
  function finder(): (recordId: string) => KnownRecord | undefined {
    let elsewhere: ReadonlyMap<string, KnownRecord>[] | null = null
    return (recordId) => {
      const { platformId, records } = store.get()
      const here = records.get(recordId)
      if (here) return here
      elsewhere ??= chunks.platforms().flatMap((each) => (each === platformId ? [] : [recordsOf(each)]))
      return elsewhere.find((each) => each.has(recordId))?.get(recordId)
    }
  }

  /** What the server tells changes nothing about whether its progress has been asked for. */
  const withCount = (record: StoredRecord): KnownRecord => ({
    record: withMarks(record),
    uncounted: store.get().records.get(record.id)?.uncounted ?? false,
  })

  async function pullAll(platformId: string): Promise<void> {
    const kept = cursors.get(platformId)
    let cursor = kept?.cursor ?? null
    store.update((state) => ({ ...state, pulling: true }))
    try {
      for (;;) {
        const page = await call('records', 'pull', { platformId, cursor })
        if (store.get().platformId !== platformId) return
        if (cursor !== null && page.latest !== undefined && Number(cursor) > page.latest) {
          // The server was put back to an earlier time: what it gives to others now is told from the beginning.
          cursor = null
          cursors.remove(platformId)
          continue
        }
        if (page.records.length > 0) merge(platformId, page.records.map(withCount))
        cursor = page.cursor ?? cursor
        remember(platformId, cursor)
        if (!page.more) break
      }
      store.update((state) => ({ ...state, pulling: false, pulledAt: iso(), failure: null }))
    } catch (failure) {
      store.update((state) =>
        state.platformId === platformId ? { ...state, pulling: false, failure } : state,
      )
    }
  }

  /** After the records are written: a cursor ahead of them would skip what was not kept. */
  function remember(platformId: string, cursor: string | null): void {
    try {
      cursors.put(platformId, { cursor, pulledAt: iso() })
    } catch {
      // Then the next pull begins earlier.
    }
  }

  return {
    store,
    open(platformId) {
      if (store.get().platformId === platformId) return
      if (platformId === null) return store.set({ platformId, ...NOTHING })
      const records = recordsOf(platformId)
      const pulledAt = cursors.get(platformId)?.pulledAt ?? null
      store.set({ platformId, records, pulledAt, pulling: false, failure: null })
    },
    async pull() {
      const { platformId } = store.get()
      if (platformId === null) return
      const pulling = pulls.get(platformId) ?? pullAll(platformId).finally(() => pulls.delete(platformId))
      pulls.set(platformId, pulling)
      await pulling
    },
    acknowledge(record) {
      const before = recordsOf(record.platformId).get(record.id)
      // A pull that ran beside said it already, and more: what a reviewer has decided since.
      if (before?.record.revision === record.revision && before.record.hash === record.hash) return
      // A new version of what the server counts as pending already must not be counted beside it.
      const counted = before !== undefined && before.record.state === 'submitted' && !before.uncounted
      merge(record.platformId, [{ record: asSubmitted(record, before?.record, iso()), uncounted: !counted }])
    },
    finder() {
      const find = finder()
      return (recordId) => find(recordId)?.record ?? null
    },
    withRecord(recordId) {
      const { records } = store.get()
      const found = recordId === undefined ? undefined : finder()(recordId)
      return found ? new Map(records).set(found.record.id, found) : records
    },
    uncounted: () => [...store.get().records.values()].filter((known) => known.uncounted),
    counted(records) {
      const { platformId, records: current } = store.get()
      if (platformId === null) return
      const same = records.filter(({ record }) => current.get(record.id)?.record.revision === record.revision)
      if (same.length > 0) {
        merge(
          platformId,
          same.flatMap(({ record }) => {
            const now = current.get(record.id)
            return now ? [{ ...now, uncounted: false }] : []
          }),
        )
      }
    },
    put(record) {
      if (store.get().platformId === record.platformId) merge(record.platformId, [withCount(record)])
    },
  }
}

/** The server tells which photos are sign-in sheets beside the payload; a form and the score read them in it. */
function withMarks(record: StoredRecord): StoredRecord {
  const { payload, signInSheets } = record
  if (signInSheets.length === 0 || !('photos' in payload)) return record
  const photos = payload.photos.map((photo) =>
    signInSheets.includes(photo.id) ? { ...photo, role: 'sign-in-sheet' as const } : photo,
  )
  return { ...record, payload: { ...payload, photos } }
}

/** How the server will describe a record that it has just received, until the next pull says it better. */
function asSubmitted(
  record: PushedRecord,
  before: StoredRecord | undefined,
  receivedAt: string,
): StoredRecord {
  const { id, platformId, revision, hash, payload, filledAt } = record
  return {
    id,
    platformId,
    platformName: before?.platformName ?? '',
    revision,
    hash,
    payload,
    date: dateOfAct(payload),
    filledAt,
    receivedAt,
    state: 'submitted',
    returnReason: null,
    approvedAttendances: null,
    photos: before?.photos ?? [],
    signInSheets: photosOf(payload).flatMap((photo) => (photo.role === 'sign-in-sheet' ? [photo.id] : [])),
    completeness: null,
    provisional: false,
    enteredAt: before?.enteredAt ?? receivedAt,
    missingPhotos: before?.missingPhotos ?? photosOf(payload).map((photo) => photo.id),
    participants: before?.participants ?? { scan: 0, staffScan: 0, staffEntry: 0 },
    clockSuspect: false,
  }
}
