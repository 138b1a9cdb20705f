/** The province asks for a run now. */
import { evaluateContract } from '../../src/shared/contract'
import { allow, batchAction } from '../backend'
import { runPeriod } from './run-period'

export const run = batchAction(evaluateContract.run, async (call, { period }) => {
  allow(call, 'evaluate.run', { platform: null })
  const { database, now, person, report } = call
  return runPeriod({ database, now, personId: person.id, report }, period)
})
