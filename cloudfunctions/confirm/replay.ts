/**
 * A rotating code that is replayed, told from one that is merely old. Within its time it is everybody's: a whole hall
 * scans the same one. After it, when even those who opened it in time can confirm no longer, whoever still uses it
 *
 * - replays it, if it served others in its time and never this person: a picture of it was passed on;
 * - has an old one, if it served nobody, or this person too, who was there and comes back.
 *
 * The few minutes after a code has gone are for slow phones and screens that stood still: no replay yet. Nor is what
 * was pressed in time and kept without network for too long. A poster is meant to be passed on.
 */
import type { ErrorCode } from '../../src/shared/contract'
import type { Context } from '../backend'
import { keepTokenUse, servedOthersAlone } from '../backend/participations'
import type { Scanned } from './scanned'
import { spanOfToken, type Window } from './window'

/** Keeps that a rotating code served the caller in its time. */
export async function noteUse({ trx, person, now }: Context, { hash, token }: Scanned): Promise<void> {
  if (token.kind === 'rotating') await keepTokenUse(trx, hash, person.id, now)
}

/** Why a code was refused that was used at `usedAt` (milliseconds), where `refusal` is what its time alone says. */
export async function refusalOfUse(
  { trx, person }: Context,
  { hash, token }: Scanned,
  window: Window,
  usedAt: number,
  refusal: ErrorCode,
): Promise<ErrorCode> {
  if (refusal !== 'TOKEN_EXPIRED' || usedAt <= spanOfToken(token, window, 'confirm').closesAt) return refusal
  return (await servedOthersAlone(trx, hash, person.id)) ? 'TOKEN_REPLAYED' : refusal
}
