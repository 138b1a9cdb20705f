/** What a scanned code shows before anything is confirmed. */
import { confirmContract, Refusal } from '../../src/shared/contract'
import { action, enterpriseOf } from '../backend'
import { findParticipation } from '../backend/participations'
import { limitFormless, limitToken } from './limits'
import { maySee, toldTo } from './own'
import { noteUse, refusalOfUse } from './replay'
import { withScanned } from './scanned'
import { refusalAt, windowOf } from './window'

export const open = action(
  confirmContract.open,
  (context, input) =>
    withScanned(context, 'open', input.token, async (scanned) => {
      const { token, activity } = scanned
      const { platform, payload, id: activityId } = activity
      const enterprise = await enterpriseOf(context.trx, context.person.id)
      const found =
        enterprise && (await findParticipation(context.trx, platform.id, activityId, enterprise.creditCode))
      const personId = context.person.id
      const known =
        enterprise && found && maySee(found, personId, enterprise)
          ? toldTo(found, personId, enterprise)
          : null
      const window = windowOf(payload, token.closesAfter)
      // Who has confirmed may come back at any time, to see it and to rate.
      const now = context.now.getTime()
      const refusal = refusalAt(token, window, 'open', now)
      if (refusal === null) await noteUse(context, scanned)
      else if (!known) throw new Refusal(await refusalOfUse(context, scanned, window, now, refusal))
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
        confirmedAt: known?.confirmedAt ?? null,
        stars: known?.stars ?? null,
        comment: known?.comment ?? null,
      }
    }),
  {
    before: (call, input) => limitToken(call, 'open', input.token),
    onInvalid: (call) => limitFormless(call, 'open'),
  },
)
