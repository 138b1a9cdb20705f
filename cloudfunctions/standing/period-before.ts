/** The order of periods. Pure. */
import { monthsOf, periodKind, previousMonth, quarterOf, spanOf } from '../../src/shared/calendar'

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

/** The period that ended last; of several that ended on one day the shortest, whose steps are the finest. */
export function latestOf(periods: readonly string[]): string | null {
  let latest: string | null = null
  for (const period of periods) {
    if (latest === null || isLater(period, latest)) latest = period
  }
  return latest
}

function isLater(a: string, b: string): boolean {
  const [endA, endB] = [spanOf(a).to, spanOf(b).to]
  return endA === endB ? monthsOf(a).length < monthsOf(b).length : endA > endB
}
