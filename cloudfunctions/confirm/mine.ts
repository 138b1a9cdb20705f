/** What the caller has confirmed, newest first. */
import { confirmContract } from '../../src/shared/contract'
import { limits, recordPayload } from '../../src/shared/records'
import { action } from '../backend'
import { listOwnParticipations } from '../backend/participations'

export const mine = action(confirmContract.mine, async ({ trx, person }) => {
  const own = await listOwnParticipations(trx, person.id, limits.page)
  const participations = own.flatMap(({ participation, organiser, payload }) => {
    const activity = recordPayload.parse(payload)
    if (activity.kind !== 'activity') return []
    return [{ ...participation, title: activity.title, organiser, startsAt: activity.startsAt }]
  })
  return { participations }
})
