/** The platform knows the person whose phone confirmed at its activity. Again is no fault. */
import { confirmContract, Refusal } from '../../src/shared/contract'
import { action, allow, confirmPerson } from '../backend'
import { findActivity, findParticipationById } from '../backend/participations'

export const vouch = action(confirmContract.vouch, async (context, { activityId, participationId }) => {
  const { trx, now, person } = context
  const activity = await findActivity(trx, activityId)
  if (!activity) throw new Refusal('NOT_FOUND')
  allow(context, 'confirm.vouch', { platform: activity.platform })
  const platformId = activity.platform.id
  const find = () => findParticipationById(trx, platformId, activityId, participationId)
  const found = await find()
  if (found?.participation.source !== 'scan') throw new Refusal('NOT_FOUND')
  const { personId } = found
  // Nobody vouches for themselves.
  if (personId === person.id) throw new Refusal('NOT_ALLOWED')
  const { creditCode } = found.participation.enterprise
  await confirmPerson(trx, { personId, creditCode, how: 'platform', by: person.id, platformId, now })
  return (await find())?.participation ?? found.participation
})
