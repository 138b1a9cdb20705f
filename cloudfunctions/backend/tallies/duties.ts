/**
 * The duty to report each month. It counts on the day on which it falls due (RULES.md G8), the report of the
 * period's last month on the last day of the period, so that a period has as many duties as months. Until
 * then it does not exist. Pure.
 */
import {
  addDays,
  monthOf,
  monthlyReportDue,
  nextMonth,
  previousMonth,
  shanghaiDate,
  type DueDays,
  type Span,
} from '../../../src/shared/calendar'
import { dutyOf } from '../../../src/shared/filings'
import type { CountableRecord } from '../../../src/shared/records'

export type Report = {
  month: string
  dueAt: Date
  /** When it counts as filed, and when it was first filed, whatever was sent back. */
  filedAt: Date | null
  firstFiledAt: Date | null
  returns: number
  figures: Record<string, number>
}

/** The day that ends at a due time: due at 24:00 of the 5th is due on the 5th. */
function dayOfDue(period: Span, dueAt: Date): string {
  const day = addDays(shanghaiDate(dueAt), shanghaiTimeIsMidnight(dueAt) ? -1 : 0)
  return day > period.to ? period.to : day
}

function shanghaiTimeIsMidnight(instant: Date): boolean {
  return (instant.getTime() + 8 * 3_600_000) % 86_400_000 === 0
}

const isoOf = (instant: Date | null) => instant?.toISOString() ?? null

const dueOf = (month: string, days: DueDays) => new Date(monthlyReportDue(month, days))

/** The months to be reported by a platform that has existed since a day, in a rubric's period, whose due time has passed. */
export function monthsDue(period: Span, since: string, now: Date, days: DueDays): string[] {
  const months: string[] = []
  const first = monthOf(since > period.from ? since : period.from)
  for (let month = first; month <= monthOf(period.to); month = nextMonth(month)) {
    if (dueOf(month, days) > now) break
    months.push(month)
  }
  return months
}

/** When the duties that count in a month fall due, in milliseconds: one, two in the last month of the period, none in the first. */
export function dueTimesIn(period: Span, month: string, days: DueDays): number[] {
  return [previousMonth(month), month].flatMap((reported) => {
    if (reported < monthOf(period.from) || reported > monthOf(period.to)) return []
    const due = dueOf(reported, days)
    return monthOf(dayOfDue(period, due)) === month ? [due.getTime()] : []
  })
}

/**
 * What the monthly reports of a platform amount to: their figures on the last day of the month that they are
 * about, and the duties fallen due. A missing report is late, whether or not a row says so.
 */
export function rowsOfReports(
  period: Span,
  since: string,
  reports: readonly Report[],
  now: Date,
  days: DueDays,
): CountableRecord[] {
  const rows: CountableRecord[] = []
  const byMonth = new Map(reports.map((report) => [report.month, report]))
  for (const month of monthsDue(period, since, now, days)) {
    if (byMonth.has(month)) continue
    const never = { filedAt: null, firstFiledAt: null, returns: 0, figures: {} }
    byMonth.set(month, { month, dueAt: dueOf(month, days), ...never })
  }
  for (const { month, dueAt, filedAt, firstFiledAt, returns, figures } of byMonth.values()) {
    if (month < monthOf(period.from) || month > monthOf(period.to)) continue
    if (filedAt) {
      const date = addDays(`${nextMonth(month)}-01`, -1)
      for (const [name, value] of Object.entries(figures)) {
        rows.push({ id: `report/${month}/${name}`, kind: 'figure', date, approved: true, name, value })
      }
    }
    if (dueAt <= now) {
      rows.push({
        id: `duty/${month}`,
        kind: 'obligation',
        date: dayOfDue(period, dueAt),
        approved: true,
        ...dutyOf(
          { filedAt: isoOf(filedAt), firstFiledAt: isoOf(firstFiledAt), returns },
          dueAt.toISOString(),
        ),
      })
    }
  }
  return rows
}
