/** What a scanned code shows before anything is confirmed. */
import { confirmContract, Refusal } from '../../src/shared/contract'
import { action, enterpriseOf } from '../backend'
import { findParticipation } from '../backend/participations'
import { limitFormless, limitToken } from './limits'
import { withScanned } from './scanned'
import { refusalAt, windowOf } from './window'

export const open = action(
  confirmContract.open,
  (context, input) =>
    withScanned(context, 'open', input.token, async ({ token, activity }) => {
      const { platform, payload, id: activityId } = activity
      const enterprise = await enterpriseOf(context.trx, context.person.id)
      const known =
        enterprise && (await findParticipation(context.trx, platform.id, activityId, enterprise.creditCode))
      const window = windowOf(payload, token.closesAfter)
      // Who has confirmed may come back at any time, to see it and to rate.
      const refusal = known ? null : refusalAt(token, window, 'open', context.now.getTime())
      if (refusal) throw new Refusal(refusal)
      return {
        activityId,
        title: payload.title,
        category: payload.category,
        organiser: platform.name,
        role: payload.role,
        startsAt: payload.startsAt,
        endsAt: payload.endsAt,
        place: payload.place.name,
        opensAt: new Date(window.opensAt).toISOString(),
        closesAt: new Date(window.closesAt).toISOString(),
        enterprise,
        confirmedAt: known?.participation.confirmedAt ?? null,
        stars: known?.participation.stars ?? null,
      }
    }),
  {
    before: (call, input) => limitToken(call, 'open', input.token),
    onInvalid: (call) => limitFormless(call, 'open'),
  },
)
