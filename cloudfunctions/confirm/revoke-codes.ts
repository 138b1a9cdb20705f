/** Ends codes of an activity before their time: they have got about, or hang where they should not. Again is no fault. */
import { confirmContract, Refusal } from '../../src/shared/contract'
import { action, allow, appendAudit } from '../backend'
import { findActivity, revokeTokens } from '../backend/participations'
import { hashToken } from './token'

export const revokeCodes = action(confirmContract.revokeCodes, async (context, { activityId, token }) => {
  const { trx, now, person } = context
  const activity = await findActivity(trx, activityId)
  if (!activity) throw new Refusal('NOT_FOUND')
  allow(context, 'confirm.revokeCodes', { platform: activity.platform })
  const platformId = activity.platform.id
  const hash = token === null ? null : hashToken(token)
  const revoked = await revokeTokens(trx, { platformId, activityId }, hash, now)
  if (revoked > 0) {
    await appendAudit(trx, {
      at: now,
      personId: person.id,
      action: 'revokeCodes',
      platformId,
      subject: activityId,
      details: { all: token === null, revoked },
    })
  }
  return { revoked }
})
