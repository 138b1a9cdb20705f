/** Forms as far as they have been filled in, saved at every change. A draft may be anything but lost. */
import { z } from 'zod'
import { recordKindNames, revisionSchema, uuid } from '../../shared/records'
import { StorageFull, type Keep } from '../storage'
import { createStore, type Store } from '../store'
import type { Timers } from '../transport'

export const draftSchema = z.object({
  /** The record's id from the first letter on. */
  id: uuid,
  platformId: z.string(),
  kind: z.enum(recordKindNames),
  /** The form's fields as they stand, valid or not. */
  fields: z.record(z.string(), z.unknown()),
  /** The record on the server that is being changed. */
  changes: z
    .object({ revision: revisionSchema, returnReason: z.string().nullable(), fromServer: z.boolean() })
    .nullable(),
  /** Why it is changed. */
  reason: z.string(),
  changedAt: z.string(),
})
export type Draft = z.infer<typeof draftSchema>

/** Within this time after the last letter a draft is in storage; at once when the app is left. */
export const DRAFT_DELAY_MS = 250

export type Drafts = {
  store: Store<ReadonlyMap<string, Draft>>
  /** What went wrong with the last save, in words; null if nothing. */
  trouble: Store<string | null>
  change: (draft: Draft) => void
  /** Writes what is not yet written. */
  flush: () => void
  discard: (id: string) => void
  /** The server has this version of ours: a draft of a change goes on from it, also one begun before it was there. */
  goOnFrom: (id: string, revision: number) => void
}

export function makeDrafts(keep: Keep, timers: Timers): Drafts {
  const shelf = keep.shelf('draft', draftSchema)
  const store = createStore<ReadonlyMap<string, Draft>>(
    new Map(shelf.all().map((draft) => [draft.id, draft])),
  )
  const trouble = createStore<string | null>(null)
  const unsaved = new Set<string>()
  let cancel: (() => void) | null = null

  function flush(): void {
    cancel?.()
    cancel = null
    for (const id of [...unsaved]) {
      const draft = store.get().get(id)
      try {
        if (draft) shelf.put(id, draft)
        unsaved.delete(id)
        trouble.set(null)
      } catch (failure) {
        // Stays unsaved, so that the next change or the next leaving tries again.
        trouble.set(failure instanceof StorageFull ? failure.message : '草稿没有保存成功。')
      }
    }
  }

  function change(draft: Draft): void {
    store.set(new Map(store.get()).set(draft.id, draft))
    unsaved.add(draft.id)
    // Counted from the first unsaved letter: somebody who never pauses is saved too.
    cancel ??= timers.after(DRAFT_DELAY_MS, flush)
  }

  return {
    store,
    trouble,
    change,
    flush,
    goOnFrom(id, revision) {
      const draft = store.get().get(id)
      if (!draft) return
      const { changes } = draft
      const returnReason = changes?.returnReason ?? null
      change({ ...draft, changes: { revision, returnReason, fromServer: true } })
    },
    discard(id) {
      unsaved.delete(id)
      if (unsaved.size === 0) trouble.set(null)
      shelf.remove(id)
      const next = new Map(store.get())
      next.delete(id)
      store.set(next)
    },
  }
}
