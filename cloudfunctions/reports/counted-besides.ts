/** Records that a result counts in its period though they are dated in another: each point has its record (RULES.md G20). */
import { monthsOf } from '../../src/shared/calendar'
import { datesByAct } from '../../src/shared/rubric'
import type { Trx } from '../backend'
import type { Result } from '../backend/results'
import { recordsUnder, rubricByVersion } from '../backend/tallies'

/** Their ids; none under a rubric by which records count on the day of the act. */
export async function countedBesides(
  trx: Trx,
  {
    platform,
    period,
    rubricId,
    rubricVersion,
  }: Pick<Result, 'platform' | 'period' | 'rubricId' | 'rubricVersion'>,
): Promise<string[]> {
  const stored = await rubricByVersion(trx, rubricId, rubricVersion)
  if (!stored) throw new Error('the rubric of a result vanished')
  if (datesByAct(stored.rubric)) return []
  const months = monthsOf(period)
  const states = ['approved', 'submitted', 'returned'] as const
  const counting = await recordsUnder(trx, stored.rubric, [platform.id], months, states)
  return counting.flatMap(({ row }) => (months.includes(row.month) ? [] : row.id))
}
