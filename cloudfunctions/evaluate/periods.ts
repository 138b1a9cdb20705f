/** How far the periods of a year have come, and the runs of one. */
import { shanghaiDate } from '../../src/shared/calendar'
import { evaluateContract } from '../../src/shared/contract'
import { action, allow } from '../backend'
import { countByPeriod, listRuns, newestRuns, publicationsOf } from '../backend/results'
import { begunPeriods } from './due'

export const periods = action(evaluateContract.periods, async (context, { year }) => {
  allow(context, 'evaluate.periods', { platform: null })
  const { trx, now } = context
  const begun = begunPeriods(year, shanghaiDate(now))
  const counts = await countByPeriod(trx, begun)
  const publications = await publicationsOf(trx, begun, now)
  const runs = await newestRuns(trx, begun, now)
  return {
    periods: begun.map((period) => {
      const { results, provisional } = counts.get(period) ?? { results: 0, provisional: 0 }
      const publication = publications.get(period) ?? null
      const open = provisional > 0 ? ('provisional' as const) : ('frozen' as const)
      const state = publication ? ('published' as const) : results === 0 ? null : open
      return { period, state, results, publication, run: runs.get(period) ?? null }
    }),
  }
})

export const runs = action(evaluateContract.runs, async (context, { period }) => {
  allow(context, 'evaluate.runs', { platform: null })
  return { runs: await listRuns(context.trx, period, context.now) }
})
