/** Stores as React hooks. */
import { useSyncExternalStore } from 'react'
import type { Store } from './store'

/** A store that is only read. */
export type Readable<T> = Pick<Store<T>, 'get' | 'subscribe'>

/** The store's value; the screen is drawn again when it changes. */
export function useStore<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}

/** One part of a store. `select` must give the same value for the same state (no new objects). */
export function useSelected<T, Part>(store: Readable<T>, select: (value: T) => Part): Part {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.get()),
  )
}
