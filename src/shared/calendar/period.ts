/**
 * The periods of the province's rhythm: a month `2023-04`, a quarter `2023-Q2`, a year `2023`.
 * They name spans of days; which of them a rubric covers is the rubric's own data.
 */
import { z } from 'zod'
import { addDays, daysBetween } from './shanghai'

export const monthSchema = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份写作 2023-04')
export const quarterSchema = z.string().regex(/^20\d{2}-Q[1-4]$/, '季度写作 2023-Q2')
export const yearSchema = z.string().regex(/^20\d{2}$/, '年度写作 2023')
export const periodSchema = z.union([monthSchema, quarterSchema, yearSchema])

export type PeriodKind = 'month' | 'quarter' | 'year'
export type Span = { from: string; to: string }

export function periodKind(period: string): PeriodKind {
  if (period.includes('Q')) return 'quarter'
  return period.length === 4 ? 'year' : 'month'
}

/** First and last day of a period, both included. */
export function spanOf(period: string): Span {
  const months = monthsOf(period)
  const first = months[0]
  const last = months[months.length - 1]
  if (!first || !last) throw new RangeError(`not a period: ${period}`)
  return { from: `${first}-01`, to: addDays(`${nextMonth(last)}-01`, -1) }
}

/** The months of a period, in order. */
export function monthsOf(period: string): string[] {
  const year = period.slice(0, 4)
  const kind = periodKind(period)
  if (kind === 'month') return [period]
  const first = kind === 'quarter' ? (Number(period.slice(6)) - 1) * 3 + 1 : 1
  const count = kind === 'quarter' ? 3 : 12
  return Array.from({ length: count }, (_, index) => `${year}-${String(first + index).padStart(2, '0')}`)
}

/** The months of the year up to and including the last month of the period: "the year so far". */
export function monthsSoFar(period: string): string[] {
  const months = monthsOf(period)
  const last = months[months.length - 1] ?? period
  return monthsOf(period.slice(0, 4)).filter((month) => month <= last)
}

export function monthOf(date: string): string {
  return date.slice(0, 7)
}

export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
}

export function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5))
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

export function previousMonth(month: string): string {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5))
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

/** The period of the same kind just before: 2023-03 → 2023-02, 2023-Q1 → 2022-Q4, 2023 → 2022. */
export function periodBefore(period: string): string {
  const before = previousMonth(monthsOf(period)[0] ?? period)
  switch (periodKind(period)) {
    case 'month':
      return before
    case 'quarter':
      return quarterOf(before)
    case 'year':
      return before.slice(0, 4)
  }
}

/** The share of a span that has passed by the end of a day, 0…1; for the pace mark on a progress bar. */
export function paceOf(span: Span, date: string): number {
  const passed = daysBetween(span.from, date) + 1
  const whole = daysBetween(span.from, span.to) + 1
  return Math.min(1, Math.max(0, passed / whole))
}

/** What the screens call a period: 2023 年 4 月, 2023 年第二季度, 2023 年. */
export function periodTitle(period: string): string {
  const year = period.slice(0, 4)
  const kind = periodKind(period)
  if (kind === 'year') return `${year} 年`
  if (kind === 'month') return `${year} 年 ${Number(period.slice(5))} 月`
  return `${year} 年第${'一二三四'[Number(period.slice(6)) - 1]}季度`
}
