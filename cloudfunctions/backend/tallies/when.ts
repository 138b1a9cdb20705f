/** On which day of a rubric's period a row counts that has no day of its own. Pure; days are `YYYY-MM-DD`. */
import { monthOf, nextMonth, spanOf, type Span } from '../../../src/shared/calendar'

function clamp(date: string, { from, to }: Span): string {
  return date < from ? from : date > to ? to : date
}

/** The part of a rubric's period that lies in a year, or null if none does. */
function within(period: Span, year: string): Span | null {
  const span = spanOf(year)
  const part = { from: clamp(span.from, period), to: clamp(span.to, period) }
  return period.from > span.to || period.to < span.from ? null : part
}

/** A statement for a year counts from the first day of it; null when the rubric does not cover the year. */
export function dayOfStatement(period: Span, year: string): string | null {
  return within(period, year)?.from ?? null
}

/** A mark counts from the day on which it was given, or from the nearest day of the year that it is for. */
export function dayOfMark(period: Span, year: string, markedOn: string): string | null {
  const span = within(period, year)
  return span && clamp(markedOn, span)
}

/** The months of a rubric's period up to the one in which `date` lies: "the year so far". */
export function monthsUntil(period: Span, date: string): string[] {
  const last = monthOf(date < period.to ? date : period.to)
  const months: string[] = []
  for (let month = monthOf(period.from); month <= last; month = nextMonth(month)) months.push(month)
  return months
}
