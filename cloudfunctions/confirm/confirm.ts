/** The enterprise confirms that it takes part. Again = the same answer, with the time of the first. */
import { randomUUID } from 'node:crypto'
import { confirmContract, Refusal, type PressedPlace } from '../../src/shared/contract'
import { seenOf } from '../../src/shared/flags'
import { distanceBetween, type Place } from '../../src/shared/records'
import { action, markMonthsChanged, type Context, enterpriseOf } from '../backend'
import { notePresences, refreshFlags } from '../backend/flags'
import {
  findParticipation,
  keepParticipations,
  verifyParticipations,
  type StoredActivity,
} from '../backend/participations'
import { byServerClock } from './clock'
import { limitFormless, limitToken } from './limits'
import { noteUse, refusalOfUse } from './replay'
import { toldTo } from './own'
import { withScanned } from './scanned'
import { confirmationAt, windowOf } from './window'

export const confirm = action(
  confirmContract.confirm,
  (context, input) =>
    withScanned(context, 'confirm', input.token, async (scanned) => {
      const { token, activity } = scanned
      const { trx, now, person } = context
      const enterprise = await enterpriseOf(trx, person.id)
      if (!enterprise) throw new Refusal('ENTERPRISE_REQUIRED')
      const { id: activityId, platform } = activity
      const find = () => findParticipation(trx, platform.id, activityId, enterprise.creditCode)
      const before = await find()
      // A confirmed person takes up what somebody unknown scanned; else the first confirmation stays.
      const takesUp = before?.participation.unverified === true && enterprise.confirmed
      if (before && !takesUp) return { participation: toldTo(before, person.id, enterprise), already: true }

      const pressedAt = byServerClock(input.pressedAt, input.sentAt, now.getTime())
      const window = windowOf(activity.payload, token.closesAfter)
      const confirmation = confirmationAt(token, window, pressedAt, now.getTime())
      if (typeof confirmation === 'string') {
        throw new Refusal(await refusalOfUse(context, scanned, window, pressedAt, confirmation))
      }
      await noteUse(context, scanned)
      const inserted = await keepParticipations(trx, [
        {
          id: randomUUID(),
          platformId: platform.id,
          activityId,
          creditCode: enterprise.creditCode,
          source: 'scan',
          confirmedAt: new Date(confirmation.confirmedAt),
          receivedAt: now,
          late: confirmation.late,
          personId: person.id,
          distance: distanceFrom(activity.payload.place, input.place),
          unverified: !enterprise.confirmed,
          seen: seenOf(activity.payload),
        },
      ])
      await noteChange(context, activity, inserted)
      await flagParticipations(context, activity, [enterprise.creditCode])
      if (enterprise.confirmed) {
        await verifyParticipations(trx, platform.id, activityId, [enterprise.creditCode])
      }
      const after = await find()
      if (!after) throw new Error('a participation vanished while being made')
      return { participation: toldTo(after, person.id, enterprise), already: inserted === 0 }
    }),
  {
    before: (call, input) => limitToken(call, 'confirm', input.token),
    onInvalid: (call) => limitFormless(call, 'confirm'),
  },
)

/** Metres between the activity and where the button was pressed; null where either is not known. */
function distanceFrom({ latitude, longitude, accuracy }: Place, pressed: PressedPlace | null): number | null {
  if (pressed === null || latitude === undefined || longitude === undefined) return null
  return distanceBetween({ latitude, longitude, accuracy }, pressed)
}

/**
 * An approved activity's tally may count its enterprises, so its month has changed. One that is not approved
 * counts for nothing yet; approving it marks the month, and cannot happen while this transaction holds it.
 */
export async function noteChange(
  { trx }: Pick<Context, 'trx'>,
  activity: StoredActivity,
  inserted: number,
): Promise<void> {
  if (inserted === 0 || activity.state !== 'approved') return
  await markMonthsChanged(trx, activity.platform.id, [activity.month])
}

/** Computes the flags that new participations of an activity change; last, since it holds them. */
export async function flagParticipations(
  { trx }: Pick<Context, 'trx'>,
  { id, platform, payload }: StoredActivity,
  creditCodes: readonly string[],
): Promise<void> {
  const key = { platformId: platform.id, id }
  const concerned = await notePresences(trx, { ...key, payload }, creditCodes)
  await refreshFlags(trx, [key, ...concerned])
}
