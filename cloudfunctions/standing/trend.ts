/** The totals of a platform month by month, beside the median of its class. */
import { monthsOf } from '../../src/shared/calendar'
import { Refusal, standingContract } from '../../src/shared/contract'
import { action, allow, findPlatform } from '../backend'
import { standingsOf } from '../backend/results'
import { medianTold } from './median-told'

export const trend = action(standingContract.trend, async (context, { platformId, year }) => {
  const platform = await findPlatform(context.trx, platformId)
  allow(context, 'standing.trend', { platform })
  if (!platform) throw new Refusal('NOT_FOUND')
  const months = monthsOf(year)
  const standings = await standingsOf(context.trx, platform, months)
  return {
    months: months.flatMap((month) => {
      const standing = standings.get(month)
      return standing
        ? [
            {
              month,
              total: standing.total,
              median: medianTold(context, 'standing.trend', platform.tier, standing),
            },
          ]
        : []
    }),
  }
})
