/**
 * Sends what was saved: oldest first, one batch at a time, in the foreground only. A record leaves the phone's
 * outbox when the server's receipt names its id, revision and hash, and not before.
 */
import { errors, Refusal, type PushResult } from '../../shared/contract'
import { limits, type PushedRecord } from '../../shared/records'
import type { Keep } from '../storage'
import { createStore, type Store } from '../store'
import { isPassing, messageOf, stopsAll, type Call, type Timers } from '../transport'
import { makeBackOff } from './back-off'
import type { OutboxItem } from './item'
import { makeQueue, type NewRecord, type Queue } from './queue'
import type { Turn } from './turn'

export type OutboxState = {
  /** Ids on their way at this moment. */
  uploading: ReadonlySet<string>
  /** Why nothing moves at present; null while all is well. */
  trouble: string | null
  /** Sending stopped until the person does something: the server does not know who this is, or the app is too old. */
  stopped: boolean
}

export type Outbox = {
  items: Queue['items']
  store: Store<OutboxState>
  save: (record: NewRecord) => PushedRecord
  /** Takes a record that was never received out of the phone for good. */
  discard: (id: string) => void
  /** A tap on 再试一次: one record, or all that wait. */
  retry: (id?: string) => void
  /** The app is in front: send. */
  resume: () => void
  /** The app is not: what is on its way may still arrive, nothing new is sent. */
  pause: () => void
  networkReturned: () => void
}

export type OutboxParts = {
  call: Call
  keep: Keep
  clock: Timers & { now: () => number }
  turn: Turn
  /** Called before a received record is taken out, so that the lists never miss it. */
  onReceipt: (record: PushedRecord) => void
  /** Called when sending has come to rest after something was received or refused. */
  onRest: () => void
}

export function makeOutbox({ call, keep, clock, turn, onReceipt, onRest }: OutboxParts): Outbox {
  const queue = makeQueue(keep, clock.now)
  const store = createStore<OutboxState>({ uploading: new Set(), trouble: null, stopped: false })
  const backOff = makeBackOff(clock)
  let inFront = false
  let running = false
  let batchSize: number = limits.batch

  const show = (part: Partial<OutboxState>) => store.update((state) => ({ ...state, ...part }))

  async function drain(): Promise<void> {
    if (running || !inFront || store.get().stopped) return
    running = true
    let moved = false
    try {
      queue.refresh()
      for (;;) {
        const batch = queue.batch(batchSize)
        if (batch.length === 0 || !inFront) break
        if (!turn.take()) {
          backOff.later(start)
          break
        }
        const settled = await send(batch)
        if (settled === 0) break
        moved = true
      }
    } finally {
      turn.giveBack()
      running = false
      show({ uploading: new Set() })
      if (moved) onRest()
    }
  }

  const start = () => void drain()

  function stop(trouble: string): void {
    backOff.reset()
    show({ stopped: true, trouble })
  }

  function waitAfter(trouble: string): void {
    show({ trouble })
    if (inFront) backOff.later(start)
  }

  /** Sends one batch; how many records it settled. 0 = go no further now. */
  async function send(batch: OutboxItem[]): Promise<number> {
    queue.markSent(batch)
    show({ uploading: new Set(batch.map((item) => item.record.id)) })
    try {
      const records = batch.map(({ record, serverRevision, returnSeen }) => ({
        ...record,
        basedOn: serverRevision,
        returnSeen,
      }))
      const sentAt = new Date(clock.now()).toISOString()
      const { results } = await call('records', 'push', { records, sentAt })
      return takeResults(batch, results)
    } catch (failure) {
      return batchFailed(batch, failure)
    }
  }

  function takeResults(batch: OutboxItem[], results: PushResult[]): number {
    let settled = 0
    let later: string | null = null
    for (const result of results) {
      const sent = batch.find((item) => item.record.id === result.id)?.record
      if (!sent) continue
      if (result.outcome === 'refused' && result.code === 'NOT_SIGNED_IN') {
        stop(errors.NOT_SIGNED_IN.message)
        return 0
      }
      if (result.outcome === 'refused' && isPassing(result.code)) {
        later = result.message ?? errors.UNAVAILABLE.message
        continue
      }
      if (result.outcome !== 'refused' && result.revision === sent.revision && result.hash === sent.hash) {
        onReceipt(sent)
      }
      if (queue.settle(sent, result)) settled += 1
    }
    if (settled === 0) {
      waitAfter(later ?? errors.UNAVAILABLE.message)
      return 0
    }
    backOff.reset()
    show({ trouble: null })
    batchSize = limits.batch
    return settled
  }

  function batchFailed(batch: OutboxItem[], failure: unknown): number {
    if (!(failure instanceof Refusal)) {
      waitAfter(messageOf(failure))
      return 0
    }
    if (stopsAll(failure.code)) {
      stop(failure.message)
      return 0
    }
    if (isPassing(failure.code)) {
      waitAfter(failure.message)
      return 0
    }
    // One record spoils the batch: halve it until the one is found. It is kept, with the reason.
    const [first] = batch
    if (batch.length === 1 && first) {
      queue.fail(first.record.id, { code: failure.code, message: failure.message })
      batchSize = limits.batch
    } else {
      batchSize = Math.ceil(batch.length / 2)
    }
    return 1
  }

  function begin(): void {
    backOff.reset()
    show({ stopped: false, trouble: null })
    start()
  }

  return {
    items: queue.items,
    store,
    save(record) {
      const saved = queue.save(record)
      start()
      return saved
    },
    discard: queue.discard,
    retry(id) {
      const ids = id ? [id] : [...queue.items.get().keys()]
      for (const each of ids) if (queue.items.get().get(each)?.failure) queue.fail(each, null)
      begin()
    },
    resume() {
      inFront = true
      if (!store.get().stopped) begin()
    },
    pause() {
      inFront = false
      backOff.reset()
    },
    networkReturned() {
      if (inFront && !store.get().stopped) begin()
    },
  }
}
