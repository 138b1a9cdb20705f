/** What a month or quarter added to the total. Pure. */
import { monthsOf, periodKind } from '../../src/shared/calendar'

/**
 * The exact difference to the total of the period before of the same kind, in points; the whole total in the first
 * month or quarter of a year, which starts from nothing. Null of a year, and where the period before has no result.
 */
export function addedIn(period: string, total: number, before: number | null): number | null {
  if (periodKind(period) === 'year') return null
  if (monthsOf(period)[0]?.endsWith('-01')) return total
  // Totals are whole numbers of 1e-8 point, and so is their difference.
  return before === null ? null : Math.round((total - before) * 1e8) / 1e8
}
