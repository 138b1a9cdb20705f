/** Things kept in storage, one key each, believed only after they have been parsed. */
import type { z } from 'zod'
import { createStore, type Store } from '../store'
import type { KeyValue } from './key-value'
import { makeRoom } from './room'

/** Warned of from here on. */
export const WARN_SHARE = 0.8
/** Copies of what the server has stop here, so that what is only here always finds room. */
const COPIES_SHARE = 0.6
/** Below this there is room again for copies that were given up. */
const PLENTY_SHARE = 0.4

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
  /**
   * A shelf of copies of what the server has. They take no room from what a person entered: `giveUp` removes one of
   * them and says whether there was one.
   */
  copies: <T>(group: string, schema: z.ZodType<T>, giveUp: (shelf: Shelf<T>) => boolean) => Shelf<T>
  /** Is there room for copies that were given up? */
  hasPlenty: () => boolean
  health: Store<StorageHealth>
}

export function makeKeep(storage: KeyValue): Keep {
  const room = makeRoom(storage)
  const givers: (() => boolean)[] = []
  const health = createStore<StorageHealth>({
    damaged: [],
    full: false,
    nearlyFull: room.exceeds(WARN_SHARE),
  })
  const reportDamage = (key: string) =>
    health.update((now) => (now.damaged.includes(key) ? now : { ...now, damaged: [...now.damaged, key] }))

  /** Writes, giving up copies for it where they take the room. */
  function write(key: string, text: string): void {
    for (;;) {
      try {
        storage.set(key, text)
        break
      } catch {
        if (givers.some((giveUp) => giveUp())) continue
        health.update((now) => ({ ...now, full: true }))
        throw new StorageFull()
      }
    }
    room.wrote(key.length + text.length)
    const nearlyFull = room.exceeds(WARN_SHARE)
    health.update((now) =>
      now.full || now.nearlyFull !== nearlyFull ? { ...now, full: false, nearlyFull } : now,
    )
  }

  function writeCopy(key: string, text: string): void {
    if (room.exceeds(COPIES_SHARE, text)) throw new StorageFull()
    try {
      storage.set(key, text)
    } catch {
      throw new StorageFull()
    }
    room.wrote(key.length + text.length)
  }

  function shelfOf<T>(
    group: string,
    schema: z.ZodType<T>,
    set: (key: string, text: string) => void,
  ): Shelf<T> {
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
      put: (id, value) => set(prefix + id, JSON.stringify(value)),
      remove: (id) => storage.remove(prefix + id),
      ids,
      all: () =>
        ids()
          .map(get)
          .filter((value): value is T => value !== null),
    }
  }

  return {
    shelf: (group, schema) => shelfOf(group, schema, write),
    copies(group, schema, giveUp) {
      const shelf = shelfOf(group, schema, writeCopy)
      givers.push(() => giveUp(shelf))
      return shelf
    },
    hasPlenty: () => !room.exceeds(PLENTY_SHARE),
    health,
  }
}
