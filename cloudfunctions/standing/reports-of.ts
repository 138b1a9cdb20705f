/** How the platforms stand with their monthly reports, for the overview. */
import { monthlyReportDue, monthsOf, shanghaiDate } from '../../src/shared/calendar'
import type { OverviewRow } from '../../src/shared/contract'
import { isLateOrMissing } from '../../src/shared/filings'
import type { Trx } from '../backend'
import { readDueDays } from '../backend/due-days'
import { monthsDue, type Basis } from '../backend/tallies'

export type ReportStanding = Pick<OverviewRow, 'report' | 'lateOrMissing'>

/** By platform, of a month and its year so far; a platform that has nothing to report in that month has no entry. */
export async function reportsOf(
  trx: Trx,
  bases: readonly Basis[],
  month: string,
  now: Date,
): Promise<Map<string, ReportStanding>> {
  const year = monthsOf(month.slice(0, 4)).filter((each) => each <= month)
  const rows = await trx
    .selectFrom('monthly_reports')
    .select(['platform_id as platformId', 'month', 'filed_at as filedAt'])
    .where('month', 'in', year)
    .execute()
  const days = await readDueDays(trx)
  const filed = new Map(rows.map((row) => [`${row.platformId}/${row.month}`, row.filedAt]))
  return new Map(
    bases.flatMap(({ platform, rubric, months }) => {
      const since = shanghaiDate(platform.createdAt)
      if (!months.includes(month) || since.slice(0, 7) > month) return []
      const due = new Set(monthsDue(rubric.rubric.period, since, now, days))
      const state = (each: string) =>
        stateOf(filed.get(`${platform.id}/${each}`) ?? null, monthlyReportDue(each, days), now)
      const wrong = year.filter((each) => due.has(each) && ['late', 'missing'].includes(state(each)))
      return [[platform.id, { report: state(month), lateOrMissing: wrong.length }] as const]
    }),
  )
}

function stateOf(filedAt: Date | null, dueAt: string, now: Date): NonNullable<ReportStanding['report']> {
  const bad = isLateOrMissing(filedAt?.toISOString() ?? null, dueAt, now.toISOString())
  if (filedAt === null) return bad ? 'missing' : 'open'
  return bad ? 'late' : 'filed'
}
