/** What the caller and their enterprise took part in, newest first, page by page. */
import { confirmContract } from '../../src/shared/contract'
import { limits } from '../../src/shared/records'
import { action, enterpriseOf, readPayload } from '../backend'
import { countOwnParticipations, listOwnParticipations } from '../backend/participations'

export const mine = action(confirmContract.mine, async ({ trx, person }, { after }) => {
  const creditCode = (await enterpriseOf(trx, person.id))?.creditCode ?? null
  const owner = { personId: person.id, creditCode }
  const own = await listOwnParticipations(trx, owner, after, limits.page)
  const participations = own.flatMap(({ participation, personId, organiser, payload }) => {
    const activity = readPayload(payload)
    if (activity?.kind !== 'activity') return []
    const { source, stars, enterprise, comment } = participation
    const isColleagues = source === 'scan' && personId !== person.id
    return [
      {
        ...participation,
        comment: isColleagues ? null : comment,
        title: activity.title,
        organiser,
        startsAt: activity.startsAt,
        mayRate: stars === null && !isColleagues && enterprise.creditCode === creditCode,
      },
    ]
  })
  return { participations, total: await countOwnParticipations(trx, owner) }
})
