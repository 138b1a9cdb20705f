/** When an activity can be confirmed, and what a token is worth at an instant. Pure; instants are milliseconds. */
import { closingHours, type ErrorCode } from '../../src/shared/contract'
import type { ActivityPayload } from '../../src/shared/records'
import type { StoredToken } from '../backend/participations'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export const OPENS_BEFORE_START = 30 * MINUTE
/** Minutes. */
export const CLOSES_AFTER = closingHours[0] * 60
export const ROTATING_LIFETIME = 2 * MINUTE
/** Who opened a rotating code in time may still have to type in their enterprise before they can press the button. */
export const TIME_TO_CONFIRM = 10 * MINUTE
/** How much later than it was pressed a confirmation may arrive. */
export const LATE_ARRIVAL = 24 * HOUR

export type Window = { opensAt: number; closesAt: number }

/** From 30 minutes before the start to so many minutes after the end: 2 hours unless the staff have chosen. */
export function windowOf(
  activity: Pick<ActivityPayload, 'startsAt' | 'endsAt'>,
  closesAfter = CLOSES_AFTER,
): Window {
  return {
    opensAt: Date.parse(activity.startsAt) - OPENS_BEFORE_START,
    closesAt: Date.parse(activity.endsAt) + closesAfter * MINUTE,
  }
}

/** When a token made now ends by itself. A poster follows its activity, should that be moved. */
export function expiryOf(kind: StoredToken['kind'], window: Window, now: number): number {
  return kind === 'poster' ? window.closesAt : now + ROTATING_LIFETIME
}

export type Use = 'open' | 'confirm'
type Usable = Pick<StoredToken, 'kind' | 'createdAt' | 'expiresAt'>

/** From when to when a token may be used; a poster as long as the window is open, whatever it was when printed. */
export function spanOfToken(token: Usable, window: Window, use: Use): Window {
  if (token.kind === 'poster') return window
  const grace = use === 'confirm' ? TIME_TO_CONFIRM : 0
  return {
    opensAt: Math.max(window.opensAt, token.createdAt.getTime()),
    closesAt: Math.min(window.closesAt, token.expiresAt.getTime() + grace),
  }
}

/** Why a token cannot be used at an instant; null when it can. */
export function refusalAt(token: Usable, window: Window, use: Use, now: number): ErrorCode | null {
  if (now < window.opensAt) return 'TOKEN_NOT_YET_OPEN'
  if (now > window.closesAt) return 'TOKEN_CLOSED'
  return now > spanOfToken(token, window, use).closesAt ? 'TOKEN_EXPIRED' : null
}

export type Confirmation = { confirmedAt: number; late: boolean }

/**
 * What a pressed button is worth that arrives at `now`: in time when it arrives within the token's span, late
 * when it was pressed within it (by the phone's clock) and arrives at most 24 hours after; else the refusal.
 */
export function confirmationAt(
  token: Usable,
  window: Window,
  pressedAt: number,
  now: number,
): Confirmation | ErrorCode {
  const span = spanOfToken(token, window, 'confirm')
  const pressedWithin = pressedAt >= span.opensAt && pressedAt <= Math.min(span.closesAt, now)
  const refusal = refusalAt(token, window, 'confirm', now)
  // A clock that is wrong does not matter to who confirms on the spot: then it is now.
  if (refusal === null) return { confirmedAt: pressedWithin ? pressedAt : now, late: false }
  if (refusal !== 'TOKEN_NOT_YET_OPEN' && pressedWithin && now - pressedAt <= LATE_ARRIVAL) {
    return { confirmedAt: pressedAt, late: true }
  }
  return refusal
}
