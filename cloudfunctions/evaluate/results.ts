/** The results of a class and period, those that were replaced included. */
import { evaluateContract } from '../../src/shared/contract'
import { action, allow } from '../backend'
import { listHistory, summaryOf } from '../backend/results'

export const results = action(evaluateContract.results, async (context, { period, tier }) => {
  allow(context, 'evaluate.results', { platform: null })
  return { results: (await listHistory(context.trx, period, tier)).map(summaryOf) }
})
