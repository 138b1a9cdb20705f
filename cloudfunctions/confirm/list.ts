/** Everybody who took part in an activity, or the last few, for the platform and those above it. */
import { confirmContract, Refusal } from '../../src/shared/contract'
import { action, allow } from '../backend'
import {
  countParticipations,
  countRefusedAttempts,
  countUnverified,
  findActivity,
  listLastParticipations,
  listParticipations,
} from '../backend/participations'

export const list = action(confirmContract.list, async (context, { activityId, last }) => {
  const { trx } = context
  const activity = await findActivity(trx, activityId)
  if (!activity) throw new Refusal('NOT_FOUND')
  allow(context, 'confirm.list', { platform: activity.platform })
  const platformId = activity.platform.id
  const participations =
    last === null
      ? await listParticipations(trx, platformId, activityId)
      : await listLastParticipations(trx, platformId, activityId, last)
  return {
    participations,
    count: last === null ? participations.length : await countParticipations(trx, platformId, activityId),
    ...(await countUnverified(trx, platformId, activityId)),
    refused: await countRefusedAttempts(trx, platformId, activityId),
  }
})
