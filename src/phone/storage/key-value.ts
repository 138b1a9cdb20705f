/** What the phone's key-value storage must do. All calls are synchronous: a write is there, or it threw. */
export type KeyValue = {
  get: (key: string) => string | undefined
  /** Throws when the storage is full or broken. */
  set: (key: string, value: string) => void
  remove: (key: string) => void
  keys: () => string[]
  /** Bytes. */
  usage: () => { used: number; limit: number }
}

/** WeChat's limit in all; a key may hold 1 MB. */
export const STORAGE_LIMIT_BYTES = 10 * 1024 * 1024

/** A view of a storage in which every key starts with `prefix`. */
export function prefixed(storage: KeyValue, prefix: string): KeyValue {
  return {
    get: (key) => storage.get(prefix + key),
    set: (key, value) => storage.set(prefix + key, value),
    remove: (key) => storage.remove(prefix + key),
    keys: () =>
      storage
        .keys()
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
    usage: storage.usage,
  }
}
