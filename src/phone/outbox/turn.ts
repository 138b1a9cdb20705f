/** Windows that share a storage take turns at sending. A turn that is not given back ends by itself. */
import { z } from 'zod'
import type { Keep } from '../storage'

const TURN_MS = 30_000
const turnSchema = z.object({ owner: z.string(), until: z.number() })

export type Turn = {
  /** True if it is ours now, for another 30 s. */
  take: () => boolean
  giveBack: () => void
}

export const alwaysOurs: Turn = { take: () => true, giveBack: () => {} }

/**
 * Two windows that ask in the same instant may both get it; then a record is sent twice, which the server
 * recognises, and each window removes only what its own receipt names.
 */
export function makeTurn(keep: Keep, owner: string, now: () => number): Turn {
  const shelf = keep.shelf('turn', turnSchema)
  return {
    take() {
      const turn = shelf.get('outbox')
      if (turn && turn.owner !== owner && turn.until > now() && turn.until <= now() + TURN_MS) return false
      try {
        shelf.put('outbox', { owner, until: now() + TURN_MS })
      } catch {
        return true // no room for the note: sending is what makes room
      }
      return shelf.get('outbox')?.owner === owner
    },
    giveBack() {
      if (shelf.get('outbox')?.owner === owner) shelf.remove('outbox')
    },
  }
}
