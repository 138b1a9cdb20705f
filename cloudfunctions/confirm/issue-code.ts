/** A new code of an activity, for its staff. */
import { confirmContract, Refusal } from '../../src/shared/contract'
import { allow, batchAction, transact } from '../backend'
import { countParticipations, findActivity, keepToken } from '../backend/participations'
import type { CodePicture } from './code-picture'
import { limitPerson } from './limits'
import { hashToken, makeToken } from './token'
import { expiryOf, windowOf } from './window'

export function issueCode(picture: CodePicture) {
  return batchAction(confirmContract.issueCode, async (call, { activityId, kind }) => {
    await limitPerson(call, 'issueCode')
    const token = makeToken()
    const stored = await transact(call.database, async (trx) => {
      const activity = await findActivity(trx, activityId, { hold: true })
      if (!activity) throw new Refusal('NOT_FOUND')
      allow(call, 'confirm.issueCode', { platform: activity.platform })
      if (activity.state === 'withdrawn') throw new Refusal('STATE_NOT_POSSIBLE')
      const window = windowOf(activity.payload)
      if (call.now.getTime() > window.closesAt) throw new Refusal('TOKEN_CLOSED')
      const platformId = activity.platform.id
      const expiresAt = new Date(expiryOf(kind, window, call.now.getTime()))
      const about = {
        activityId,
        platformId,
        kind,
        createdBy: call.person.id,
        createdAt: call.now,
        expiresAt,
      }
      await keepToken(trx, { hash: hashToken(token), ...about })
      return { expiresAt, confirmed: await countParticipations(trx, platformId, activityId) }
    })
    // Outside of the transaction: drawing may ask WeChat, and nobody should wait for that with a lock held.
    const { image, link } = await picture(token)
    return { token, image, link, expiresAt: stored.expiresAt.toISOString(), confirmed: stored.confirmed }
  })
}
