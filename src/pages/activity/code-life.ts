/** How long a shown code lives, when it is replaced, and how often the arrivals are asked for. */

const EARLY_MS = 20_000
const SHORTEST_MS = 5_000
const USUAL_MS = 120_000
const ASK_MS = 4_000
const SELDOM_MS = 60_000

/** Milliseconds that a new code has. `expiresAt` is ISO; a clock that is off by more than a code's life says nothing about it. */
export function lifeOf(expiresAt: string, now: number): number {
  const left = Date.parse(expiresAt) - now
  return Number.isFinite(left) && left > 0 && left <= USUAL_MS ? left : USUAL_MS
}

/** Milliseconds until the next code is asked for: early enough that nobody scans one that dies in their hands. */
export function refreshAfter(expiresAt: string, now: number): number {
  return Math.max(SHORTEST_MS, lifeOf(expiresAt, now) - EARLY_MS)
}

/** Milliseconds until a code is asked for again that did not come, after so many failures on end. */
export function retryAfter(failures: number): number {
  return Math.min(SELDOM_MS, SHORTEST_MS * 2 ** Math.max(0, failures - 1))
}

/** Milliseconds until the arrivals are asked for again. */
export function askAfter(failures: number): number {
  return Math.min(SELDOM_MS, ASK_MS * 2 ** failures)
}
