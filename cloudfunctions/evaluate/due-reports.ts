/** Reports that have fallen due and were never filed get their row, so that everybody sees them missing. */
import { monthlyReportDue, shanghaiDate, type DueDays } from '../../src/shared/calendar'
import type { Trx } from '../backend'
import { monthsDue, type Basis } from '../backend/tallies'

export async function createDueReports(
  trx: Trx,
  bases: readonly Basis[],
  now: Date,
  days: DueDays,
): Promise<void> {
  const rows = bases.flatMap(({ platform, rubric }) =>
    monthsDue(rubric.rubric.period, shanghaiDate(platform.createdAt), now, days).map((month) => ({
      platform_id: platform.id,
      month,
      due_at: new Date(monthlyReportDue(month, days)),
    })),
  )
  if (rows.length === 0) return
  await trx
    .insertInto('monthly_reports')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['platform_id', 'month']).doNothing())
    .execute()
}
