/** The periods to choose from, by kind, newest first. */
import { periodKind, shanghaiDate, spanOf, type PeriodKind } from '../../shared/calendar'

export const kindTitles: Record<PeriodKind, string> = { quarter: '季度', month: '月度', year: '年度' }
export const kinds: PeriodKind[] = ['quarter', 'month', 'year']

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
  for (const kind of kinds) {
    const newest = periodsOf(ended.length > 0 ? ended : periods, kind)[0]
    if (newest !== undefined) return newest
  }
  return null
}
