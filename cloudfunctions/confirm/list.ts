/** Everybody who took part in an activity, for the platform and those above it. */
import { confirmContract, Refusal } from '../../src/shared/contract'
import { action, allow } from '../backend'
import { countRefusedAttempts, findActivity, listParticipations } from '../backend/participations'

export const list = action(confirmContract.list, async (context, { activityId }) => {
  const activity = await findActivity(context.trx, activityId)
  if (!activity) throw new Refusal('NOT_FOUND')
  allow(context, 'confirm.list', { platform: activity.platform })
  const platformId = activity.platform.id
  return {
    participations: await listParticipations(context.trx, platformId, activityId),
    refused: await countRefusedAttempts(context.trx, platformId, activityId),
  }
})
