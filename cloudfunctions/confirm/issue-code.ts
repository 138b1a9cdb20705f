/** A code of an activity, for its staff: a new one, or the poster that a phone has already. */
import { confirmContract, Refusal, type ParsedInput } from '../../src/shared/contract'
import { allow, batchAction, transact, type Trx } from '../backend'
import {
  countParticipations,
  findActivity,
  findToken,
  keepToken,
  moveEndOfToken,
  type StoredToken,
} from '../backend/participations'
import type { CodePicture } from './code-picture'
import { limitPerson } from './limits'
import { hashToken, makeToken } from './token'
import { CLOSES_AFTER, expiryOf, windowOf } from './window'

export function issueCode(picture: CodePicture) {
  return batchAction(confirmContract.issueCode, async (call, input) => {
    await limitPerson(call, 'issueCode')
    const { activityId, kind } = input
    const { token, ...issued } = await transact(call.database, async (trx) => {
      const activity = await findActivity(trx, activityId, { hold: true })
      if (!activity) throw new Refusal('NOT_FOUND')
      allow(call, 'confirm.issueCode', { platform: activity.platform })
      if (activity.state === 'withdrawn') throw new Refusal('STATE_NOT_POSSIBLE')
      const before = await posterBefore(trx, input)
      const chosen = input.closesAfter === null ? null : input.closesAfter * 60
      const closesAfter = chosen ?? before?.stored.closesAfter ?? CLOSES_AFTER
      const window = windowOf(activity.payload, closesAfter)
      if (call.now.getTime() > window.closesAt) throw new Refusal('TOKEN_CLOSED')
      const platformId = activity.platform.id
      const expiresAt = new Date(expiryOf(kind, window, call.now.getTime()))
      const token = before?.token ?? makeToken()
      const about = { activityId, platformId, kind, createdBy: call.person.id, createdAt: call.now }
      if (before) await moveEndOfToken(trx, hashToken(token), { closesAfter, expiresAt })
      else await keepToken(trx, { hash: hashToken(token), ...about, expiresAt, closesAfter })
      return {
        token,
        expiresAt: expiresAt.toISOString(),
        opensAt: new Date(window.opensAt).toISOString(),
        closesAt: new Date(window.closesAt).toISOString(),
        closesAfter: closesAfter / 60,
        confirmed: await countParticipations(trx, platformId, activityId),
      }
    })
    // Outside of the transaction: drawing may ask WeChat, and nobody should wait for that with a lock held.
    const { image, link } = await picture(token)
    return { token, image, link, ...issued }
  })
}

/** The poster's code that the phone has, if it is still one of this activity. */
async function posterBefore(
  trx: Trx,
  { activityId, kind, token }: ParsedInput<'confirm', 'issueCode'>,
): Promise<{ token: string; stored: StoredToken } | null> {
  if (token === null || kind !== 'poster') return null
  const stored = await findToken(trx, hashToken(token))
  const isValid = stored?.kind === 'poster' && stored.activityId === activityId && stored.revokedAt === null
  return stored && isValid ? { token, stored } : null
}
