/** Stars and a comment for an activity, by who took part in it. */
import { confirmContract, Refusal } from '../../src/shared/contract'
import { action, enterpriseOf } from '../backend'
import { findActivity, findParticipation, rateParticipation } from '../backend/participations'
import { limitPerson } from './limits'
import { mayRate } from './own'

export const rate = action(
  confirmContract.rate,
  async ({ trx, person, now }, { activityId, stars, comment }) => {
    const activity = await findActivity(trx, activityId)
    const enterprise = await enterpriseOf(trx, person.id)
    if (!activity || !enterprise) throw new Refusal('NOT_FOUND')
    const platformId = activity.platform.id
    const { creditCode } = enterprise
    const own = await findParticipation(trx, platformId, activityId, creditCode)
    if (!own || !mayRate(own, person.id, enterprise)) throw new Refusal('NOT_FOUND')
    // Tried again after an answer that was lost: it is the same rating.
    if (own.participation.stars === stars && own.participation.comment === comment) return own.participation
    const rating = { stars, comment, at: now, personId: person.id }
    await rateParticipation(trx, { platformId, activityId, creditCode }, rating)
    return { ...own.participation, stars, comment }
  },
  { before: (call) => limitPerson(call, 'rate') },
)
