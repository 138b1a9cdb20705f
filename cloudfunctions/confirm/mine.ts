/** What the caller and their enterprise took part in, newest first, page by page. */
import { confirmContract } from '../../src/shared/contract'
import { changesSince, seenOf } from '../../src/shared/flags'
import { limits } from '../../src/shared/records'
import { action, enterpriseOf, readPayload } from '../backend'
import { countOwnParticipations, listOwnParticipations } from '../backend/participations'
import { mayRate, toldTo } from './own'

export const mine = action(confirmContract.mine, async ({ trx, person }, { after }) => {
  const bound = await enterpriseOf(trx, person.id)
  const standing = { confirmed: bound?.confirmed ?? false }
  const owner = { personId: person.id, creditCode: bound?.confirmed ? bound.creditCode : null }
  const own = await listOwnParticipations(trx, owner, after, limits.page)
  const participations = own.flatMap(({ participation, personId, organiser, payload, seen }) => {
    const activity = readPayload(payload)
    if (activity?.kind !== 'activity') return []
    const stored = { participation, personId }
    const { enterprise } = participation
    return [
      {
        ...toldTo(stored, person.id, standing),
        // As it was when they took part; what was changed later stands beside it.
        title: seen?.title ?? activity.title,
        organiser,
        startsAt: seen?.startsAt ?? activity.startsAt,
        place: seen?.place ?? activity.place.name,
        changes: seen ? changesSince(seen, seenOf(activity), 1) : [],
        mayRate: enterprise.creditCode === bound?.creditCode && mayRate(stored, person.id, standing),
      },
    ]
  })
  return { participations, total: await countOwnParticipations(trx, owner) }
})
