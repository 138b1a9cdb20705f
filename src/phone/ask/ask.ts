/** Questions that screens ask the server, with the last answer kept for when there is no network. */
import { z } from 'zod'
import type { ActionName, FunctionName, Input, Output } from '../../shared/contract'
import { canonicalJson } from '../../shared/records'
import { sha256Hex } from '../ids'
import type { Keep, Shelf } from '../storage'
import { createStore, type Store } from '../store'
import { isNetworkFailure, type Call } from '../transport'

export type Asked<T> = {
  /** loading = nothing to show yet; ready = from the server; kept = an older answer; failed = nothing to show. */
  status: 'loading' | 'ready' | 'kept' | 'failed'
  data: T | null
  /** When the answer came, ISO. */
  at: string | null
  /** Why the latest attempt failed; null while it has not. For `messageOf`. */
  failure: unknown
}

const keptSchema = z.object({ at: z.string(), data: z.unknown() })
type Kept = z.infer<typeof keptSchema>
/** Answers kept, and the longest that is worth keeping (characters). */
const MOST = 24
const LONGEST = 200_000
/** A screen that opens is told twice of it within this time. */
const SAME_LOOK_MS = 1_000

export type Ask = <F extends FunctionName, A extends ActionName<F>>(
  functionName: F,
  action: A,
  input: Input<F, A>,
) => {
  store: Store<Asked<Output<F, A>>>
  load: () => Promise<void>
  /** The same for a screen that comes into sight: not again within a second of the last time. */
  show: () => Promise<void>
  /** A screen shows it from now on, until it calls what it is given here. */
  watch: () => () => void
}

export type Asking = {
  ask: Ask
  /** There may be a network again: asks once more what a screen shows and found none. */
  again: () => void
}

/** Makes the questions; `parse` reads a kept answer with the contract's schema and gives null if it no longer fits. */
export function makeAsk(
  call: Call,
  keep: Keep,
  now: () => number,
  parse: <F extends FunctionName, A extends ActionName<F>>(
    name: F,
    action: A,
    data: unknown,
  ) => Output<F, A> | null,
): Asking {
  const watched = new Set<() => void>()
  /** Counts the questions, and by key the latest of them that was answered. */
  let turns = 0
  const answered = new Map<string, number>()
  const shelf = keep.copies('answer', keptSchema, (own) => forgetOldest(own, own.ids(), 1))

  /** Removes this many; false if there was none. */
  function forgetOldest(own: Shelf<Kept>, ids: string[], count: number): boolean {
    const oldest = ids.map((id) => ({ id, at: own.get(id)?.at ?? '' })).sort((a, b) => (a.at < b.at ? -1 : 1))
    for (const { id } of oldest.slice(0, count)) own.remove(id)
    return ids.length > 0
  }

  function remember(key: string, at: string, data: unknown): void {
    try {
      if (JSON.stringify(data).length > LONGEST) return
      const others = shelf.ids().filter((id) => id !== key)
      if (others.length >= MOST) forgetOldest(shelf, others, others.length - MOST + 1)
      shelf.put(key, { at, data })
    } catch {
      // An answer not kept costs nothing but a look at it offline.
    }
  }

  const ask: Ask = (functionName, action, input) => {
    const key = `${functionName}.${action}.${sha256Hex(canonicalJson(input)).slice(0, 16)}`
    const kept = shelf.get(key)
    const data = kept ? parse(functionName, action, kept.data) : null
    const store = createStore<Asked<Output<typeof functionName, typeof action>>>({
      status: data ? 'kept' : 'loading',
      data,
      at: data ? (kept?.at ?? null) : null,
      failure: null,
    })
    let onItsWay = 0
    let askedAt: number | null = null
    /** The network came back while a question was on its way, which may have gone out before. */
    let askAgain = false

    function again(): void {
      if (onItsWay > 0) askAgain = true
      else if (isNetworkFailure(store.get().failure)) void load()
    }

    async function load(): Promise<void> {
      onItsWay += 1
      askedAt = now()
      const turn = (turns += 1)
      /** A newer one has its answer: this one is out of date. */
      const isOvertaken = () => turn < (answered.get(key) ?? 0)
      try {
        const answer = await call(functionName, action, input)
        if (isOvertaken()) return
        answered.set(key, turn)
        const at = new Date(now()).toISOString()
        store.set({ status: 'ready', data: answer, at, failure: null })
        remember(key, at, answer)
      } catch (failure) {
        if (isOvertaken()) return
        store.update((before) => ({ ...before, status: before.data ? 'kept' : 'failed', failure }))
      } finally {
        onItsWay -= 1
      }
      if (onItsWay > 0 || !askAgain) return
      askAgain = false
      again()
    }

    return {
      store,
      load,
      async show() {
        if (askedAt === null || now() - askedAt >= SAME_LOOK_MS) await load()
      },
      watch() {
        watched.add(again)
        return () => void watched.delete(again)
      },
    }
  }

  return { ask, again: () => watched.forEach((again) => again()) }
}
