/** The phone put together from its parts, over any platform. Nothing here runs by itself: `start` does. */
import { z } from 'zod'
import { photosOf, type RecordPayload } from '../shared/records'
import { makeAsk } from './ask'
import { makeConfirmations } from './confirmations'
import { makeDrafts, type Draft } from './drafts'
import { makeEntries } from './entries'
import { newId } from './ids'
import { makeKnown } from './known'
import { mergeRecords, type PhoneRecord } from './list'
import { alwaysOurs, makeOutbox, makeTurn } from './outbox'
import { makePhotos } from './photos'
import type { Platform } from './platform'
import { expectedEvidence, fullEvidence, makeProgress, worthOf, type Worth } from './progress'
import { makeSession } from './session'
import { makeKeep } from './storage'
import { derive } from './store'
import { makeRemembered } from './suggestions'
import { isNetworkFailure, makeCall, parseAnswer, type Call } from './transport'

export type Phone = ReturnType<typeof makePhone>

export function makePhone(platform: Platform) {
  const clock = platform.timers
  const call = makeCall(platform.send, clock)
  const keep = makeKeep(platform.storage)
  const session = makeSession(call, keep, clock.now)
  const confirmations = makeConfirmations(call, session.bindEnterprise, keep, clock.now)
  const drafts = makeDrafts(keep, clock)
  /** Any answer tells that the server can be reached, even where the phone does not: who the person is is asked too. */
  const askedCall: Call = (functionName, action, input) => {
    const answer = call(functionName, action, input)
    const meet = (failure?: unknown) => {
      if (!isNetworkFailure(failure) && session.store.get().status === 'offline') void session.refresh()
    }
    void answer.then(() => meet(), meet)
    return answer
  }
  // Where room is wanted, answers are given up before records.
  const asking = makeAsk(askedCall, keep, clock.now, parseAnswer)
  const known = makeKnown(call, keep, clock.now)
  const turn = platform.sharedStorage ? makeTurn(keep, newId(clock.now()), clock.now) : alwaysOurs
  const outbox = makeOutbox({
    call,
    keep,
    clock,
    turn,
    onReceipt(record) {
      known.acknowledge(record)
      drafts.goOnFrom(record.id, record.revision)
    },
    onRest: () => void afterSending(),
  })
  const entries = makeEntries({
    call,
    keep,
    clock,
    isWaiting: (activityId) => outbox.items.get().get(activityId)?.serverRevision === 0,
  })
  const enterprises = makeRemembered(keep)
  const progress = makeProgress({
    call,
    keep,
    now: clock.now,
    outbox: () => outbox.items.get().values(),
    known,
  })
  const photos = makePhotos({
    call,
    keep,
    files: platform.files,
    clock,
    // Of whichever of their platforms: a person of two has only one open.
    expectations() {
      const find = known.finder()
      const own = new Set(session.store.get().me?.memberships.map(({ platform }) => platform?.id))
      return (recordId, photoId) => {
        const stored = find(recordId)
        if (!stored || stored.state === 'withdrawn' || !own.has(stored.platformId)) return false
        return photosOf(stored.payload).some((photo) => photo.id === photoId)
      }
    },
    onAttached(recordId, missingPhotos) {
      const stored = known.store.get().records.get(recordId)?.record
      if (stored) known.put({ ...stored, missingPhotos })
    },
    versions: (recordId) => ({
      drafts: drafts.store.get(),
      items: outbox.items.get(),
      known: known.withRecord(recordId),
    }),
  })

  const platformId = () => session.store.get().membership?.platform?.id ?? null

  const records = derive<PhoneRecord[]>(
    [session.store, drafts.store, outbox.items, outbox.store, known.store],
    () =>
      mergeRecords(
        platformId(),
        drafts.store.get().values(),
        outbox.items.get().values(),
        known.store.get().records.values(),
        outbox.store.get().uploading,
      ),
  )

  async function afterSending(): Promise<void> {
    entries.resume()
    await known.pull()
    void photos.send()
    await progress.refresh()
  }

  /** Everything that a look at a screen may bring up to date. Never throws. */
  async function refresh(): Promise<void> {
    outbox.resume()
    entries.resume()
    await Promise.all([session.refresh(), known.pull(), progress.refresh()])
    // A picture may take long: nothing waits for it.
    void photos.send()
    await confirmations.send()
    const { failure, pulledAt } = known.store.get()
    // Only what the server has just told says what is no longer needed.
    if (failure === null && pulledAt !== null) await photos.sweep().catch(() => undefined)
  }

  /** The person has taken pictures out of a record: those that no version names any more go. Never throws. */
  async function letGoOfPhotos(recordId: string): Promise<void> {
    drafts.flush()
    // What lies in storage still names them.
    if (drafts.trouble.get() !== null) return
    await photos.letGo(recordId).catch(() => undefined)
  }

  /** The draft of a record goes, and with it the pictures that it alone named. */
  function dropDraft(id: string): Promise<void> {
    // The draft itself may be all that tells that the server has a version.
    const knowsAll = photos.knowsAllOf(id)
    drafts.discard(id)
    return knowsAll ? letGoOfPhotos(id) : Promise.resolve()
  }

  /** Gives up a change that the server does not take: what it has is in force, and what it names stays. */
  async function discardChange(id: string): Promise<void> {
    drafts.discard(id)
    outbox.discard(id)
    // The pictures go once the server has told which it knows of.
    await refresh()
  }

  function start(): void {
    const openPlatform = () => {
      known.open(platformId())
      progress.open(platformId())
    }
    openPlatform()
    let before = platformId()
    session.store.subscribe(() => {
      if (platformId() === before) return
      before = platformId()
      openPlatform()
      void Promise.all([known.pull().then(photos.send), progress.refresh()])
    })
    outbox.items.subscribe(progress.recount)
    known.store.subscribe(progress.recount)
    platform.life.onHide(() => {
      drafts.flush()
      outbox.pause()
      entries.pause()
      photos.pause()
    })
    platform.life.onShow(() => {
      asking.again()
      void refresh()
    })
    platform.network.onChange((online) => {
      if (!online) return
      outbox.networkReturned()
      asking.again()
      void refresh()
    })
    void refresh()
  }

  /** Saves a filled-in form: from here on it is sent by itself. Throws StorageFull, with the draft kept. */
  function saveRecord(draft: Draft, payload: RecordPayload): void {
    const stored = known.finder()(draft.id)
    const waiting = outbox.items.get().get(draft.id)?.record
    outbox.save({
      id: draft.id,
      // A record stays at its platform, whichever is open when it is changed.
      platformId: stored?.platformId ?? waiting?.platformId ?? draft.platformId,
      payload,
      reason: draft.reason,
      // What a colleague changed since the draft was begun is not overwritten unseen: the server tells of it.
      serverRevision: draft.changes?.fromServer ? draft.changes.revision : (stored?.revision ?? 0),
      returnSeen: stored?.state === 'returned',
    })
    void dropDraft(draft.id)
  }

  /** What a record would add to everything on the way; null while the standing or the record's share in it is unknown. */
  /** `atBest`: as if everybody had confirmed and all photos were there. */
  function worth(id: string, payload: RecordPayload, atBest = false): Worth | null {
    const { live } = progress.store.get()
    if (!live || live.progress.platform.id !== platformId()) return null
    const server = known.store.get().records.get(id)?.record ?? null
    const stored = server?.state
    // It is in the server's tallies already, and cannot be taken out of them here.
    const isTallied = stored === 'approved' || stored === 'submitted'
    if (isTallied && !live.added.some((record) => record.id === id)) return null
    return worthOf(live, id, payload, atBest ? fullEvidence : expectedEvidence(photosOf(payload), server))
  }

  /** What the person chose last time, by the name of the form. */
  const choices = keep.shelf('choice', z.record(z.string(), z.string()))
  /** The texts of unfinished forms that are no records, by form; a form's owner says which fields it has. */
  const forms = keep.shelf('form', z.record(z.string(), z.string()))
  return {
    ...{
      call,
      ask: asking.ask,
      keep,
      session,
      confirmations,
      drafts,
      entries,
      enterprises,
      known,
      outbox,
      progress,
      photos,
    },
    ...{ records, start, refresh, saveRecord, discardDraft: dropDraft, discardChange, letGoOfPhotos, worth },
    ...{ choices, forms },
  }
}
