/** What the evaluation reads of a month's report: when it counts as filed, and the figures that count. */
import { nextMonth } from '../../../src/shared/calendar'
import type { Trx } from '../database'
import { markMonthsChanged } from '../platforms'

export type CountedReport = {
  platformId: string
  month: string
  dueAt: Date
  /** Null while it counts as missing. */
  filedAt: Date | null
  filedBy: string
  /** When it was first filed, whatever was sent back. */
  firstFiledAt: Date | null
  /** How often a version of it was sent back. */
  returns: number
  /** Of the newest approved version: what is not decided does not count (G20). */
  figures: Record<string, number>
}

/** Writes what counts, and marks the month and the one in which the report falls due. Hold the platform's changes. */
export async function keepMonthlyReport(trx: Trx, report: CountedReport): Promise<void> {
  const { platformId, month, dueAt, filedAt, filedBy } = report
  const counted = {
    filed_at: filedAt,
    filed_by: filedAt ? filedBy : null,
    figures: JSON.stringify(report.figures),
    first_filed_at: report.firstFiledAt,
    returns: report.returns,
  }
  await trx
    .insertInto('monthly_reports')
    .values({ platform_id: platformId, month, due_at: dueAt, ...counted })
    .onConflict((conflict) => conflict.columns(['platform_id', 'month']).doUpdateSet(counted))
    .execute()
  await markMonthsChanged(trx, platformId, [month, nextMonth(month)])
}
