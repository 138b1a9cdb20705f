/** The results of a class and period, those that were replaced included. */
import { evaluateContract } from '../../src/shared/contract'
import { action, allow } from '../backend'
import { listHistory, rankResults, summaryOf } from '../backend/results'

export const results = action(evaluateContract.results, async (context, { period, tier }) => {
  allow(context, 'evaluate.results', { platform: null })
  const history = await listHistory(context.trx, period, tier)
  const ranks = rankResults(history)
  return { results: history.map((result) => summaryOf(result, ranks.get(result.id) ?? null)) }
})
