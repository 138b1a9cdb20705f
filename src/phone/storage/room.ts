/** How full the storage is: asked seldom, since asking takes longer than writing, and reckoned in between. */
import { utf8 } from '../ids'
import type { KeyValue } from './key-value'

/** A character takes up to three bytes: reckoned too high, so that it is asked too often rather than too late. */
const BYTES_OF_CHARACTER = 3

export type Room = {
  /** Is more than this share used, with `more` written too? */
  exceeds: (share: number, more?: string) => boolean
  /** Tells of what was written. */
  wrote: (characters: number) => void
}

export function makeRoom(storage: KeyValue): Room {
  let { used, limit } = storage.usage()
  return {
    exceeds(share, more = '') {
      if (used + more.length * BYTES_OF_CHARACTER < limit * share) return false
      ;({ used, limit } = storage.usage())
      return used + utf8(more).length >= limit * share
    },
    wrote: (characters) => void (used += characters * BYTES_OF_CHARACTER),
  }
}
