/** A value that screens watch. No React here: logic holds stores, the hooks beside this file read them. */
export type Store<T> = {
  get: () => T
  set: (next: T) => void
  update: (change: (current: T) => T) => void
  /** Returns the way to stop listening. */
  subscribe: (listener: () => void) => () => void
}

export function createStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  const set = (next: T) => {
    if (Object.is(next, value)) return
    value = next
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
