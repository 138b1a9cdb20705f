/** Staff enter enterprises that are there: by scanning them, or by hand. Idempotent by id and by enterprise. */
import { confirmContract, Refusal, type EntryResult } from '../../src/shared/contract'
import { seenOf } from '../../src/shared/flags'
import { action, allow } from '../backend'
import {
  findActivity,
  keepParticipations,
  listParticipations,
  registerEnterprises,
} from '../backend/participations'
import { byServerClock } from './clock'
import { seenOnTheSpot } from './on-the-spot'
import { flagParticipations, noteChange } from './confirm'
import { reopen } from './reopen'
import { windowOf } from './window'

export const enter = action(confirmContract.enter, async (context, { activityId, sentAt, entries }) => {
  const { trx, now, person } = context
  const activity = await findActivity(trx, activityId, { hold: true })
  if (!activity) throw new Refusal('NOT_FOUND')
  allow(context, 'confirm.enter', { platform: activity.platform })
  if (activity.state === 'withdrawn') throw new Refusal('STATE_NOT_POSSIBLE')

  const before = await listParticipations(trx, activity.platform.id, activityId)
  const enterpriseById = new Map(before.map(({ id, enterprise }) => [id, enterprise.creditCode]))
  const known = new Set(before.map(({ enterprise }) => enterprise.creditCode))
  const fresh: typeof entries = []
  const conflicts = new Set<(typeof entries)[number]>()
  for (const entry of entries) {
    const { creditCode } = entry.enterprise
    const sameId = enterpriseById.get(entry.id)
    if (sameId !== undefined && sameId !== creditCode) {
      conflicts.add(entry)
      continue
    }
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
  const enteredAt = ({ at }: { at: string }) =>
    // What even so lies ahead is a clock that was put right meanwhile: nobody enters the future.
    Math.min(byServerClock(at, sentAt, now.getTime()), now.getTime())
  const inserted = await keepParticipations(
    trx,
    fresh.map(({ id, enterprise, source, at }) => ({
      id,
      platformId: activity.platform.id,
      activityId,
      creditCode: enterprise.creditCode,
      source,
      confirmedAt: new Date(enteredAt({ at })),
      receivedAt: now,
      late: now.getTime() > closesAt,
      personId: person.id,
      distance: null,
      unverified: false,
      seen: seenOf(activity.payload),
    })),
  )
  await noteChange(context, activity, inserted)
  await seenOnTheSpot(context, activity, { entries, sentAt })
  if (inserted > 0) {
    const entered = fresh.map(({ enterprise }) => enterprise.creditCode)
    await flagParticipations(context, activity, entered)
    if (activity.state === 'approved') await reopen(context, activity, fresh.map(enteredAt))
  }
  const after = await listParticipations(trx, activity.platform.id, activityId)
  const byEnterprise = new Map(after.map((each) => [each.enterprise.creditCode, each]))
  const results = entries.map((entry): EntryResult => {
    const participation = byEnterprise.get(entry.enterprise.creditCode)
    if (participation && !conflicts.has(entry))
      return { id: entry.id, participation, code: null, message: null }
    return { id: entry.id, participation: null, code: 'CONTENT_CONFLICT', message: CONFLICT }
  })
  return { results }
})

const CONFLICT = '同一登记编号下已有另一家企业,请重新登记这一家。'
