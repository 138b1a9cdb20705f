/** The phone's storage, which survives the death of the app, may be full, and may be where the app dies. */
import type { KeyValue } from '../../../src/phone/storage'

export type FakeStorage = KeyValue & {
  content: Map<string, string>
  /** Characters it takes in all. */
  room: number
  /** Writes and removals that still succeed before the app dies; the fatal one is done or not by chance. */
  lives: number
  dead: () => boolean
}

export function fakeStorage(
  content = new Map<string, string>(),
  chance: () => number = () => 1,
): FakeStorage {
  const used = () => [...content].reduce((sum, [key, value]) => sum + key.length + value.length, 0)
  const storage: FakeStorage = {
    content,
    room: Infinity,
    lives: Infinity,
    dead: () => storage.lives < 0,
    get(key) {
      if (storage.dead()) throw new Error('dead')
      return content.get(key)
    },
    set(key, value) {
      write(() => {
        const before = content.get(key)
        content.delete(key)
        if (used() + key.length + value.length > storage.room) {
          if (before !== undefined) content.set(key, before)
          throw new Error('setStorage:fail exceed max size')
        }
        content.set(key, value)
      })
    },
    remove: (key) => write(() => content.delete(key)),
    keys: () => [...content.keys()],
    usage: () => ({ used: used(), limit: Number.isFinite(storage.room) ? storage.room : 10_000_000 }),
  }
  function write(run: () => void): void {
    if (storage.dead()) throw new Error('dead')
    storage.lives -= 1
    if (storage.dead()) {
      if (chance() < 0.5) run()
      throw new Error('the app dies here')
    }
    run()
  }
  return storage
}
