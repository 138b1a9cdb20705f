/** The periods that have results, newest first; of those that ended together the longest first. */
import { monthsOf, spanOf } from '../../src/shared/calendar'
import { standingContract } from '../../src/shared/contract'
import { action } from '../backend'
import { listPeriods } from '../backend/results'

export const periods = action(standingContract.periods, async ({ trx }) => {
  const known = await listPeriods(trx)
  known.sort((a, b) => {
    const [endA, endB] = [spanOf(a).to, spanOf(b).to]
    return endA === endB ? monthsOf(b).length - monthsOf(a).length : endA < endB ? 1 : -1
  })
  return { periods: known }
})
