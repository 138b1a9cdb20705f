/** The periods to choose from, by kind, newest first. */
import { periodKind, shanghaiDate, spanOf, type PeriodKind } from '../../shared/calendar'

export const kindTitles: Record<PeriodKind, string> = { month: '月度', quarter: '季度', year: '年度' }
/** As they are offered. */
export const kinds: readonly PeriodKind[] = ['month', 'quarter', 'year']
/** As a ranking is opened: the quarter is what is circulated. */
const preferred: readonly PeriodKind[] = ['quarter', 'month', 'year']

export function periodsOf(periods: readonly string[], kind: PeriodKind): string[] {
  return periods.filter((period) => periodKind(period) === kind).sort((a, b) => (a < b ? 1 : -1))
}

/**
 * What the screen opens with: the newest quarter, else the newest month, else the newest year, of those that have
 * ended; one that is still running only where there is no other.
 */
export function firstPeriod(
  periods: readonly string[],
  today: string = shanghaiDate(new Date()),
): string | null {
  const ended = periods.filter((period) => spanOf(period).to < today)
  for (const kind of preferred) {
    const newest = periodsOf(ended.length > 0 ? ended : periods, kind)[0]
    if (newest !== undefined) return newest
  }
  return null
}
