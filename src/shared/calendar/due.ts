/**
 * When things fall due (RULES.md, process). A due day ends at 24:00 in Asia/Shanghai (G11).
 * Only the quarterly bulletin is moved to a working day: the text says so for the quarter alone (P-b).
 */
import { monthsOf, nextMonth } from './period'
import { addDays, shanghaiInstant } from './shanghai'
import { addWorkingDays, deferToWorkingDay } from './working-days'

export const MONTHLY_REPORT_DAY = 5
export const MONTHLY_PUBLICATION_DAY = 10
export const QUARTERLY_DAY = 15
export const REVIEW_WORKING_DAYS = 5
export const DEMAND_PUBLICATION_WORKING_DAYS = 1

const dayOf = (month: string, day: number) => `${month}-${String(day).padStart(2, '0')}`

/** The province's settings of the due day (D15), each from a month on, the newest last; empty = never changed. */
export type DueDays = readonly { from: string; day: number }[]

/** The day of the next month on which a month's report is due: by the newest setting that covers the month. */
export function monthlyReportDay(month: string, days: DueDays): number {
  return days.reduce((day, set) => (set.from <= month ? set.day : day), MONTHLY_REPORT_DAY)
}

/** The last instant at which a month's report is in time. */
export function monthlyReportDue(month: string, days: DueDays): string {
  return shanghaiInstant(dayOf(nextMonth(month), monthlyReportDay(month, days)), '24:00')
}

/** The day by which the province publishes a month's figures. */
export function monthlyPublicationDate(month: string): string {
  return dayOf(nextMonth(month), MONTHLY_PUBLICATION_DAY)
}

/** The day on which a quarter's summary is due, moved to the next working day. */
export function quarterlyDueDate(quarter: string): string {
  const months = monthsOf(quarter)
  return deferToWorkingDay(dayOf(nextMonth(months[2] ?? quarter), QUARTERLY_DAY))
}

/** The last day on which a reviewer's decision is in time (D14). */
export function reviewDueDate(receivedOn: string): string {
  return addWorkingDays(receivedOn, REVIEW_WORKING_DAYS)
}

/**
 * The instant before which everything received and still undecided is overdue on a day; null where the holidays of
 * the days before are not known: then nobody is blamed. With another number of working days: what has waited longer.
 */
export function reviewOverdueBefore(today: string, workingDays = REVIEW_WORKING_DAYS): string | null {
  for (let back = workingDays; back <= workingDays * 2 + LONGEST_HOLIDAYS; back += 1) {
    const day = addDays(today, -back)
    if (isBefore(day, workingDays, today)) return shanghaiInstant(day, '24:00')
  }
  return null
}

/** Days; more than the holidays and weekends within any span of working days that a reviewer has. */
const LONGEST_HOLIDAYS = 30

/** Whether so many working days after a day is still before another; no where that is not known. */
function isBefore(day: string, workingDays: number, other: string): boolean {
  try {
    return addWorkingDays(day, workingDays) < other
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
