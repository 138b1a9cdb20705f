/** The outbox's records in storage, one key each, and a view of them in memory. The storage is what is true. */
import { hashOfRecord } from '../ids'
import type { Keep } from '../storage'
import { createStore, type Store } from '../store'
import type { PushResult } from '../../shared/contract'
import { limits, type PushedRecord, type RecordPayload } from '../../shared/records'
import { isQueued, oldestFirst, outboxItem, SENT_REMEMBERED, wasSent, type OutboxItem } from './item'

export type NewRecord = {
  id: string
  platformId: string
  payload: RecordPayload
  /** Why a record that the server has is changed. */
  reason: string
  /** The server's revision that the person changed; 0 for a new record. */
  serverRevision: number
  /** The person knows that a reviewer has returned it. */
  returnSeen: boolean
}

/** Bytes of one push; the platform takes 6 MB. */
const BATCH_CHARACTERS = 1_000_000
const CHANGED_ON_THE_WAY = '上传途中修改'

export type Queue = {
  items: Store<ReadonlyMap<string, OutboxItem>>
  /** Reads what other windows have changed. */
  refresh: () => void
  /** Throws StorageFull; what was there before is then still there. */
  save: (record: NewRecord) => PushedRecord
  discard: (id: string) => void
  /** The oldest records that wait, at most `most`. */
  batch: (most: number) => OutboxItem[]
  /** Before sending: notes that the server may have these versions from now on. */
  markSent: (items: OutboxItem[]) => void
  /** Takes the server's word about a record that was sent. True if something came of it. */
  settle: (sent: PushedRecord, result: PushResult) => boolean
  fail: (id: string, failure: { code: string; message: string } | null) => void
}

export function makeQueue(keep: Keep, now: () => number): Queue {
  const shelf = keep.shelf('outbox', outboxItem)
  const items = createStore<ReadonlyMap<string, OutboxItem>>(new Map())

  function show(id: string, item: OutboxItem | null): void {
    const next = new Map(items.get())
    if (item) next.set(id, item)
    else next.delete(id)
    items.set(next)
  }

  function refresh(): void {
    const next = new Map<string, OutboxItem>()
    for (const id of shelf.ids()) {
      const item = shelf.get(id)
      if (item) next.set(id, item)
    }
    items.set(next)
  }

  /** Changes what lies in storage now, which another window may have changed since. */
  function change(id: string, changed: (item: OutboxItem) => OutboxItem): void {
    const item = shelf.get(id)
    if (!item) return show(id, null)
    const next = changed(item)
    try {
      shelf.put(id, next)
    } catch {
      // The note is lost, the record is not: at worst it is sent again.
    }
    show(id, next)
  }

  refresh()
  return {
    items,
    refresh,
    save({ id, platformId, payload, reason, serverRevision, returnSeen }) {
      const before = shelf.get(id)
      const known = Math.max(serverRevision, before?.serverRevision ?? 0)
      const onItsWay = Math.max(0, ...(before?.sent ?? []).map((version) => version.revision))
      const revision = Math.max(known, onItsWay) + 1
      const record: PushedRecord = {
        id,
        platformId,
        revision,
        filledAt: new Date(now()).toISOString(),
        payload,
        hash: hashOfRecord(platformId, payload),
        reason: revision === 1 ? '' : reason || before?.record.reason || CHANGED_ON_THE_WAY,
      }
      const item: OutboxItem = {
        record,
        savedAt: before?.savedAt ?? record.filledAt,
        sent: before?.sent ?? [],
        serverRevision: known,
        returnSeen,
        failure: null,
      }
      shelf.put(id, item)
      show(id, item)
      return record
    },
    discard(id) {
      shelf.remove(id)
      show(id, null)
    },
    batch(most) {
      const waiting = [...items.get().values()].filter(isQueued).sort(oldestFirst)
      let characters = 0
      return waiting.slice(0, Math.min(most, limits.batch)).filter((item, index) => {
        characters += JSON.stringify(item.record.payload).length
        return index === 0 || characters <= BATCH_CHARACTERS
      })
    },
    markSent(sent) {
      for (const { record } of sent) {
        const version = { revision: record.revision, hash: record.hash }
        const shown = items.get().get(record.id)
        if (shown && wasSent(shown, version)) continue
        change(record.id, (item) => ({ ...item, sent: [...item.sent, version].slice(-SENT_REMEMBERED) }))
      }
    },
    settle(sent, result) {
      const item = shelf.get(sent.id)
      if (!item) {
        show(sent.id, null)
        return true
      }
      const unchanged = item.record.revision === sent.revision && item.record.hash === sent.hash
      if (result.outcome !== 'refused') {
        const isReceipt = result.revision === sent.revision && result.hash === sent.hash
        if (isReceipt && unchanged) {
          shelf.remove(sent.id)
          show(sent.id, null)
        } else if (isReceipt) {
          // What was changed since still has to be sent.
          change(sent.id, (now) => ({ ...now, serverRevision: Math.max(now.serverRevision, sent.revision) }))
        }
        return isReceipt
      }
      const { server } = result
      if (result.code === 'REVISION_CONFLICT' && server && isOursToRebase(item, sent, server)) {
        change(sent.id, (now) => ({ ...now, serverRevision: server.revision }))
        return true
      }
      // What was changed since goes first; the server will say the same of it.
      if (!unchanged) return true
      // Sent again as it is, it is refused again: only what the person saves next is made on what the server has.
      const failure = { code: result.code ?? 'INTERNAL', message: result.message ?? '' }
      change(sent.id, (now) => ({ ...now, failure }))
      return true
    },
    fail: (id, failure) => change(id, (item) => ({ ...item, failure })),
  }
}

/**
 * The server is behind only because versions of ours did not arrive: it has one that was sent from here, or
 * none newer than the one that this change was made on. Nobody else has changed the record.
 */
function isOursToRebase(
  item: OutboxItem,
  sent: PushedRecord,
  server: { revision: number; hash: string },
): boolean {
  return server.revision < sent.revision && (wasSent(item, server) || server.revision <= item.serverRevision)
}
