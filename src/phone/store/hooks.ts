/** Stores as React hooks. */
import { useSyncExternalStore } from 'react'
import type { Store } from './store'

/** The store's value; the screen is drawn again when it changes. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}

/** One part of a store. `select` must give the same value for the same state (no new objects). */
export function useSelected<T, Part>(store: Store<T>, select: (value: T) => Part): Part {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.get()),
  )
}
