/** The order of periods. Pure. */
import { monthsOf, spanOf } from '../../src/shared/calendar'

export { periodBefore } from '../../src/shared/calendar'

/**
 * Of those that have ended before a day, the period that ended last: one still running stands for nothing yet. Of
 * several that ended on one day the shortest, whose steps are the finest.
 */
export function latestOf(periods: readonly string[], today: string): string | null {
  let latest: string | null = null
  for (const period of periods) {
    if (spanOf(period).to >= today) continue
    if (latest === null || isLater(period, latest)) latest = period
  }
  return latest
}

function isLater(a: string, b: string): boolean {
  const [endA, endB] = [spanOf(a).to, spanOf(b).to]
  return endA === endB ? monthsOf(a).length < monthsOf(b).length : endA > endB
}
