/** When the shown code is replaced: early enough that nobody scans one that dies in their hands. */

const EARLY_MS = 20_000
const SHORTEST_MS = 5_000

/** Milliseconds until the next code is asked for. `expiresAt` is ISO; the phone's clock may be wrong, so never less than 5 s or more than the code's usual life. */
export function refreshAfter(expiresAt: string, now: number, usualLifeMs = 120_000): number {
  const left = Date.parse(expiresAt) - now
  // A clock that is off by more than the code's life says nothing about it.
  const believed = Number.isFinite(left) && left > 0 && left <= usualLifeMs ? left : usualLifeMs
  return Math.max(SHORTEST_MS, believed - EARLY_MS)
}
