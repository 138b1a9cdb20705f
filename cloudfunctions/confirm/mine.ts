/** What the caller and their enterprise took part in, newest first, page by page. */
import { confirmContract } from '../../src/shared/contract'
import { changesSince, seenOf } from '../../src/shared/flags'
import { limits } from '../../src/shared/records'
import { action, enterpriseOf, readPayload } from '../backend'
import { countOwnParticipations, isToRate, listOwnParticipations } from '../backend/participations'

export const mine = action(confirmContract.mine, async ({ trx, person }, { after }) => {
  const creditCode = (await enterpriseOf(trx, person.id))?.creditCode ?? null
  const owner = { personId: person.id, creditCode }
  const own = await listOwnParticipations(trx, owner, after, limits.page)
  const participations = own.flatMap(({ participation, personId, organiser, payload, seen }) => {
    const activity = readPayload(payload)
    if (activity?.kind !== 'activity') return []
    const { enterprise, comment } = participation
    const isColleagues = !isToRate({ participation, personId }, person.id)
    return [
      {
        ...participation,
        comment: isColleagues ? null : comment,
        // As it was when they took part; what was changed later stands beside it.
        title: seen?.title ?? activity.title,
        organiser,
        startsAt: seen?.startsAt ?? activity.startsAt,
        place: seen?.place ?? activity.place.name,
        changes: seen ? changesSince(seen, seenOf(activity), 1) : [],
        mayRate: !isColleagues && enterprise.creditCode === creditCode,
      },
    ]
  })
  return { participations, total: await countOwnParticipations(trx, owner) }
})
