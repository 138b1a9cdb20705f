/**
 * Sends what staff entered: one activity at a time, the oldest first, in the foreground only. An entry leaves the
 * phone when the server's receipt names its id; an activity that the server does not have yet is waited for.
 */
import { errors, Refusal, type EntryResult } from '../../shared/contract'
import { limits } from '../../shared/records'
import { newId } from '../ids'
import { makeBackOff } from '../outbox'
import type { Keep } from '../storage'
import { createStore, type Store } from '../store'
import { isPassing, messageOf, stopsAll, type Call, type Timers } from '../transport'
import { keptEntry, oldestFirst, type KeptEntry, type NewEntry, type ReceivedEntry } from './entry'

export type EntriesState = {
  /** Not on the server yet, the oldest first. */
  kept: readonly KeptEntry[]
  /** Received since the app was opened. */
  received: readonly ReceivedEntry[]
  /** Ids on their way at this moment. */
  sending: ReadonlySet<string>
  /** Why nothing moves at present; null while all is well. */
  trouble: string | null
}

export type Entries = {
  store: Store<EntriesState>
  /**
   * Keeps entries and sends them as soon as that is possible; one of an enterprise that waits already is left
   * out. How many are new. Throws StorageFull, with those before it kept.
   */
  add: (activityId: string, entries: readonly NewEntry[]) => number
  /** A tap on 再试一次: one refused entry, or all of them. */
  retry: (id?: string) => void
  /** Gives up an entry that is not on its way. */
  remove: (id: string) => void
  /** The app is in front, or something has changed that entries waited for: send. */
  resume: () => void
  pause: () => void
}

export type EntriesParts = {
  call: Call
  keep: Keep
  clock: Timers & { now: () => number }
  /** The activity itself still waits on this phone. */
  isWaiting: (activityId: string) => boolean
}

export function makeEntries({ call, keep, clock, isWaiting }: EntriesParts): Entries {
  const shelf = keep.shelf('entry', keptEntry)
  const read = () => shelf.all().sort(oldestFirst)
  const store = createStore<EntriesState>({
    kept: read(),
    received: [],
    sending: new Set(),
    trouble: null,
  })
  const backOff = makeBackOff(clock)
  let inFront = false
  let running = false

  const show = (part: Partial<EntriesState>) => store.update((state) => ({ ...state, ...part }))

  function nextBatch(): KeptEntry[] {
    const ready = store.get().kept.filter((each) => each.failure === null && !isWaiting(each.activityId))
    const [first] = ready
    return ready.filter((each) => each.activityId === first?.activityId).slice(0, limits.batch)
  }

  async function drain(): Promise<void> {
    if (running || !inFront) return
    running = true
    try {
      // Another window may have sent some meanwhile.
      show({ kept: read() })
      for (;;) {
        const batch = nextBatch()
        const [first] = batch
        if (!first || !inFront) break
        show({ sending: new Set(batch.map(({ id }) => id)) })
        if (!(await send(first.activityId, batch))) break
      }
    } finally {
      running = false
      show({ sending: new Set() })
    }
  }

  const start = () => void drain()

  function waitAfter(trouble: string): false {
    show({ trouble })
    if (inFront) backOff.later(start)
    return false
  }

  /** True if something came of it, so that the next batch may go. */
  async function send(activityId: string, batch: KeptEntry[]): Promise<boolean> {
    const entries = batch.map(({ id, enterprise, source, at, personCode }) => ({
      ...{ id, enterprise, source, at, personCode },
    }))
    const sentAt = new Date(clock.now()).toISOString()
    try {
      const { results } = await call('confirm', 'enter', { activityId, sentAt, entries })
      return takeResults(batch, results)
    } catch (failure) {
      if (!(failure instanceof Refusal) || isPassing(failure.code)) return waitAfter(messageOf(failure))
      if (stopsAll(failure.code)) {
        show({ trouble: failure.message })
        return false
      }
      const { code, message } = failure
      for (const entry of batch) note({ ...entry, failure: { code, message } })
      return true
    }
  }

  function takeResults(batch: KeptEntry[], results: EntryResult[]): boolean {
    const received: ReceivedEntry[] = []
    const refused: KeptEntry[] = []
    for (const { id, participation, code, message } of results) {
      const entry = batch.find((each) => each.id === id)
      if (!entry) continue
      if (participation) {
        shelf.remove(id)
        received.push({ entry, participation })
      } else if (!isPassing(code)) {
        const failure = { code: code ?? 'INTERNAL', message: message ?? errors.INTERNAL.message }
        refused.push({ ...entry, failure })
      }
    }
    store.update((state) => ({ ...state, kept: read(), received: [...state.received, ...received] }))
    refused.forEach(note)
    if (received.length + refused.length === 0) return waitAfter(errors.UNAVAILABLE.message)
    backOff.reset()
    show({ trouble: null })
    return true
  }

  /** Changes what is known of a kept entry. */
  function note(entry: KeptEntry): void {
    try {
      shelf.put(entry.id, entry)
    } catch {
      // The note is lost with the app, the entry is not: the server is asked again.
    }
    show({ kept: store.get().kept.map((each) => (each.id === entry.id ? entry : each)) })
  }

  function resume(): void {
    inFront = true
    backOff.reset()
    start()
  }

  return {
    store,
    add(activityId, entries) {
      const waiting = new Map(
        store
          .get()
          .kept.filter((each) => each.activityId === activityId)
          .map((each) => [each.enterprise.creditCode, each]),
      )
      let added = 0
      try {
        for (const [place, { enterprise, source, personCode }] of entries.entries()) {
          const before = waiting.get(enterprise.creditCode)
          const isOfAnother = personCode !== undefined && before?.personCode !== personCode
          if (before && before.failure === null && !isOfAnother) continue
          const at = new Date(clock.now()).toISOString()
          const entered = { activityId, enterprise, source, personCode, at, place }
          const entry = { id: newId(clock.now()), ...entered, failure: null }
          shelf.put(entry.id, entry)
          // Entered again in place of one that was refused or does not say who was there.
          const gives = before && (before.failure !== null || before.personCode === undefined)
          if (gives && !store.get().sending.has(before.id)) shelf.remove(before.id)
          waiting.set(enterprise.creditCode, entry)
          added += 1
        }
      } finally {
        show({ kept: read() })
        start()
      }
      return added
    },
    retry(id) {
      for (const entry of store.get().kept) {
        if (entry.failure && (id === undefined || entry.id === id)) note({ ...entry, failure: null })
      }
      show({ trouble: null })
      resume()
    },
    remove(id) {
      if (store.get().sending.has(id)) return
      shelf.remove(id)
      show({ kept: read() })
    },
    resume,
    pause() {
      inFront = false
      backOff.reset()
    },
  }
}
