/** Staff enter enterprises that are there: by scanning them, or by hand. Idempotent by id and by enterprise. */
import { confirmContract, Refusal } from '../../src/shared/contract'
import { action, allow } from '../backend'
import {
  findActivity,
  keepParticipations,
  listParticipations,
  registerEnterprises,
} from '../backend/participations'
import { noteChange } from './confirm'
import { windowOf } from './window'

export const enter = action(confirmContract.enter, async (context, { activityId, entries }) => {
  const { trx, now, person } = context
  const activity = await findActivity(trx, activityId, { hold: true })
  if (!activity) throw new Refusal('NOT_FOUND')
  allow(context, 'confirm.enter', { platform: activity.platform })
  if (activity.state === 'withdrawn') throw new Refusal('STATE_NOT_POSSIBLE')

  const before = await listParticipations(trx, activity.platform.id, activityId)
  const enterpriseById = new Map(before.map(({ id, enterprise }) => [id, enterprise.creditCode]))
  const known = new Set(before.map(({ enterprise }) => enterprise.creditCode))
  const fresh: typeof entries = []
  for (const entry of entries) {
    const { creditCode } = entry.enterprise
    const sameId = enterpriseById.get(entry.id)
    if (sameId !== undefined && sameId !== creditCode) throw new Refusal('CONTENT_CONFLICT')
    enterpriseById.set(entry.id, creditCode)
    if (known.has(creditCode)) continue
    known.add(creditCode)
    fresh.push(entry)
  }

  await registerEnterprises(
    trx,
    fresh.map((entry) => entry.enterprise),
    now,
  )
  const { closesAt } = windowOf(activity.payload)
  const inserted = await keepParticipations(
    trx,
    fresh.map(({ id, enterprise, source, at }) => ({
      id,
      platformId: activity.platform.id,
      activityId,
      creditCode: enterprise.creditCode,
      source,
      // A phone whose clock runs ahead does not enter the future.
      confirmedAt: new Date(Math.min(Date.parse(at), now.getTime())),
      receivedAt: now,
      late: now.getTime() > closesAt,
      personId: person.id,
    })),
  )
  await noteChange(context, activity, inserted)
  const asked = new Set(entries.map((entry) => entry.enterprise.creditCode))
  const after = await listParticipations(trx, activity.platform.id, activityId)
  return { participations: after.filter(({ enterprise }) => asked.has(enterprise.creditCode)) }
})
