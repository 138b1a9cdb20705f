/**
 * The posters' codes that this phone has: the server keeps no token, so that showing the same one again, with or
 * without network, is the phone's part.
 */
import { z } from 'zod'
import { confirmContract, type ClosingHours } from '../shared/contract'
import { uuid } from '../shared/records'
import type { Keep } from './storage'
import type { Call } from './transport'

const poster = z.object({ activityId: uuid, code: confirmContract.issueCode.output })
export type PosterCode = z.infer<typeof poster>['code']

export type Posters = {
  /** The one of an activity that was shown before, while its window is open; null if none. */
  kept: (activityId: string) => PosterCode | null
  /** The same again while the server holds it valid, else a new one. Throws Refusal or NetworkFailure. */
  issue: (activityId: string, closesAfter: ClosingHours | null) => Promise<PosterCode>
  /** It was ended. */
  forget: (activityId: string) => void
}

export function makePosters(call: Call, keep: Keep, now: () => number): Posters {
  const shelf = keep.shelf('poster', poster)

  function forgetOver(): void {
    for (const { activityId, code } of shelf.all()) {
      if (Date.parse(code.closesAt) < now()) shelf.remove(activityId)
    }
  }

  return {
    kept(activityId) {
      const code = shelf.get(activityId)?.code ?? null
      return code !== null && Date.parse(code.closesAt) >= now() ? code : null
    },
    async issue(activityId, closesAfter) {
      // Also of a window that is over: the staff may be about to move its end.
      const token = shelf.get(activityId)?.code.token ?? null
      const code = await call('confirm', 'issueCode', { activityId, kind: 'poster', token, closesAfter })
      try {
        shelf.put(activityId, { activityId, code })
        forgetOver()
      } catch {
        // Shown all the same; without room the next visit makes another, and this one stays valid.
      }
      return code
    },
    forget: (activityId) => shelf.remove(activityId),
  }
}
