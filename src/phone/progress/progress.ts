/** Keeps the server's progress and the rubric for offline, and puts what is on its way on top. */
import { z } from 'zod'
import { progress as progressSchema, type Progress } from '../../shared/contract'
import { shanghaiDate } from '../../shared/calendar'
import { isPlanned, photosOf, type RecordPayload } from '../../shared/records'
import { parseRubric, type Rubric } from '../../shared/rubric'
import type { Known } from '../known'
import type { OutboxItem } from '../outbox'
import type { Keep } from '../storage'
import { createStore, type Store } from '../store'
import { NetworkFailure, type Call } from '../transport'
import { expectedEvidence } from './expected'
import { liveOf, type Live, type OnItsWay } from './live'

export type ProgressState = {
  /** loading = nothing yet; ready = fresh; kept = of an earlier time; failed = nothing to show. */
  status: 'loading' | 'ready' | 'kept' | 'failed'
  live: Live | null
  fetchedAt: string | null
  failure: unknown
}

/** What an older version of the app kept lacks what came later. */
const keptAnswer = progressSchema.extend({
  cuts: progressSchema.shape.cuts.default(null),
  exclusion: progressSchema.shape.exclusion.default(null),
})
const keptProgress = z.object({ progress: keptAnswer, fetchedAt: z.string() })
type Kept = z.infer<typeof keptProgress>
const keptRubric = z.object({ document: z.record(z.string(), z.unknown()) })
const EMPTY: ProgressState = { status: 'loading', live: null, fetchedAt: null, failure: null }
/** Documents of past versions that stay. */
const RUBRICS = 4

export type ProgressParts = {
  call: Call
  keep: Keep
  now: () => number
  outbox: () => Iterable<OutboxItem>
  known: Pick<Known, 'store' | 'uncounted' | 'counted'>
}

export type LiveProgress = {
  store: Store<ProgressState>
  open: (platformId: string | null) => void
  /** Asks the server. Never throws. */
  refresh: () => Promise<void>
  /** Something in the outbox or the known records has changed. */
  recount: () => void
}

export function makeProgress({ call, keep, now, outbox, known }: ProgressParts): LiveProgress {
  const shelf = keep.shelf('progress', keptProgress)
  const rubrics = keep.shelf('rubric', keptRubric)
  const parsed = new Map<string, Rubric>()
  const store = createStore<ProgressState>(EMPTY)
  let platformId: string | null = null
  let kept: Kept | null = null
  let latest = 0
  let recounting = false

  function added(): OnItsWay[] {
    const records = new Map<string, OnItsWay>()
    for (const { record } of known.uncounted()) {
      const { id, payload, state } = record
      if (state === 'submitted' && !isAhead(payload))
        records.set(id, { id, payload, evidence: expectedEvidence(photosOf(payload), record) })
    }
    for (const { record, failure } of outbox()) {
      if (record.platformId !== platformId || failure) continue
      // An older version that waits for review is in the server's tally: the change shows once it is reviewed.
      const server = known.store.get().records.get(record.id)
      const isPending = server?.record.state === 'submitted' && !server.uncounted
      const { id, payload } = record
      if (isPending || isAhead(payload)) continue
      records.set(id, { id, payload, evidence: expectedEvidence(photosOf(payload), server?.record ?? null) })
    }
    return [...records.values()]
  }

  // What is planned counts nowhere before it begins.
  const isAhead = (payload: RecordPayload) => isPlanned(payload, new Date(now()))

  function show(part: Partial<ProgressState>): void {
    const rubric = kept && parsed.get(keyOf(kept.progress))
    const live = kept && rubric ? liveOf(kept.progress, rubric, added(), today()) : null
    store.update((state) => ({ ...state, ...part, live, fetchedAt: kept?.fetchedAt ?? null }))
  }

  const today = () => shanghaiDate(new Date(now()))

  function fromStorage(progress: Progress): boolean {
    const key = keyOf(progress)
    if (parsed.has(key)) return true
    const document = rubrics.get(key)?.document
    if (!document) return false
    try {
      parsed.set(key, parseRubric(document))
      return true
    } catch {
      return false
    }
  }

  async function loadRubric(progress: Progress): Promise<void> {
    if (fromStorage(progress)) return
    const { id, version } = progress.rubric
    const { document } = await call('standing', 'rubric', { id, version })
    parsed.set(keyOf(progress), readable(document))
    try {
      for (const old of rubrics.ids().slice(0, -RUBRICS)) rubrics.remove(old)
      rubrics.put(keyOf(progress), { document })
    } catch {
      // Fetched again next time.
    }
  }

  return {
    store,
    open(next) {
      if (next === platformId) return
      platformId = next
      kept = next === null ? null : shelf.get(next)
      if (kept && !fromStorage(kept.progress)) kept = null
      store.set(EMPTY)
      show({ status: kept ? 'kept' : 'loading' })
    },
    async refresh() {
      const asked = platformId
      if (asked === null) return
      const turn = ++latest
      const sentBefore = known.uncounted()
      try {
        const progress = await call('standing', 'progress', { platformId: asked })
        await loadRubric(progress)
        // A slower, older answer must not replace a newer one.
        if (asked !== platformId || turn !== latest) return
        kept = { progress, fetchedAt: new Date(now()).toISOString() }
        try {
          shelf.put(asked, kept)
        } catch {
          // Said by the storage's health; shown until the app is closed.
        }
        known.counted(sentBefore)
        show({ status: 'ready', failure: null })
      } catch (failure) {
        if (asked === platformId && turn === latest) show({ status: kept ? 'kept' : 'failed', failure })
      }
    },
    recount() {
      // Fifty receipts in one answer are one new count.
      if (recounting) return
      recounting = true
      void Promise.resolve().then(() => {
        recounting = false
        show({})
      })
    },
  }
}

/** The server has checked every document that it gives: what cannot be read says something newer than this app. */
function readable(document: unknown): Rubric {
  try {
    return parseRubric(document)
  } catch {
    throw new NetworkFailure('outdated')
  }
}

const keyOf = ({ rubric }: Progress) => `${rubric.id}@${rubric.version}#${rubric.digest.slice(0, 16)}`
