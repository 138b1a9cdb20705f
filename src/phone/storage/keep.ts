/** Things kept in storage, one key each, believed only after they have been parsed. */
import type { z } from 'zod'
import { createStore, type Store } from '../store'
import { WARN_SHARE, type KeyValue } from './key-value'

const MEASURE_EVERY = 16

/** What a person is told about the storage. */
export type StorageHealth = {
  /** Keys whose content could not be read. They are kept as they are, so that nothing is lost twice. */
  damaged: string[]
  /** The last write failed. */
  full: boolean
  /** 80 % of the room is used. */
  nearlyFull: boolean
}

export class StorageFull extends Error {
  constructor() {
    super('手机里留给小程序的空间已满,这次没有保存。请先联网上传记录,或清理手机空间后再试。')
    this.name = 'StorageFull'
  }
}

/** A group of things of one shape, such as all drafts; the key of each is `<group>/<id>`. */
export type Shelf<T> = {
  get: (id: string) => T | null
  /** Throws StorageFull; what was there before is then still there. */
  put: (id: string, value: T) => void
  remove: (id: string) => void
  ids: () => string[]
  all: () => T[]
}

export type Keep = {
  shelf: <T>(group: string, schema: z.ZodType<T>) => Shelf<T>
  health: Store<StorageHealth>
}

export function makeKeep(storage: KeyValue): Keep {
  let writes = 0
  const health = createStore<StorageHealth>({ damaged: [], full: false, nearlyFull: isNearlyFull(storage) })
  const reportDamage = (key: string) =>
    health.update((now) => (now.damaged.includes(key) ? now : { ...now, damaged: [...now.damaged, key] }))

  function shelf<T>(group: string, schema: z.ZodType<T>): Shelf<T> {
    const prefix = `${group}/`
    const get = (id: string): T | null => {
      const key = prefix + id
      try {
        const text = storage.get(key)
        if (text === undefined) return null
        const value = schema.safeParse(JSON.parse(text))
        if (value.success) return value.data
      } catch {
        // Falls through: broken JSON and a storage that cannot be read are both damage to this one key.
      }
      reportDamage(key)
      return null
    }
    const ids = () =>
      storage
        .keys()
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length))
    return {
      get,
      put(id, value) {
        try {
          storage.set(prefix + id, JSON.stringify(value))
        } catch {
          health.update((now) => ({ ...now, full: true }))
          throw new StorageFull()
        }
        writes += 1
        if (health.get().full) health.update((now) => ({ ...now, full: false }))
        // Asking how full the storage is takes longer than writing to it, so not every write asks.
        if (writes % MEASURE_EVERY === 1) {
          const nearlyFull = isNearlyFull(storage)
          health.update((now) => (now.nearlyFull === nearlyFull ? now : { ...now, nearlyFull }))
        }
      },
      remove: (id) => storage.remove(prefix + id),
      ids,
      all: () =>
        ids()
          .map(get)
          .filter((value): value is T => value !== null),
    }
  }

  return { shelf, health }
}

function isNearlyFull(storage: KeyValue): boolean {
  const { used, limit } = storage.usage()
  return used >= limit * WARN_SHARE
}
