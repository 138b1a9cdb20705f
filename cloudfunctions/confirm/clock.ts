/** Times that a phone tells, by the server's clock. Pure; instants are milliseconds. */

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A smaller difference is the way over the network. */
export const CLOCK_TOLERANCE = 2 * MINUTE
/** A larger one is no clock that somebody lives by: what it tells is judged as it stands. */
export const CLOCK_MOST = 7 * DAY

/**
 * An instant told by a phone, corrected by how wrong the phone's clock was when it sent it. Without `sentAt`, as
 * from older versions of the phone, it stands as told.
 */
export function byServerClock(told: string, sentAt: string | undefined, now: number): number {
  const instant = Date.parse(told)
  const behind = sentAt === undefined ? 0 : now - Date.parse(sentAt)
  const isWrong = Math.abs(behind) > CLOCK_TOLERANCE && Math.abs(behind) <= CLOCK_MOST
  return isWrong ? instant + behind : instant
}
