/**
 * What stands far from its class: not half of the median, or more than twice it. A plain rule on purpose, that
 * a phone call can begin with; a class of fewer than five has no middle worth the name. Pure.
 */
import type { Outlier } from '../../src/shared/contract'

const FEWEST = 5

export type Figures = { total: number; attendances: number | null }
export type Medians = { total: number; attendances: number | null; of: number }

export function outliersOf(own: Figures, medians: Medians): Outlier[] {
  if (medians.of < FEWEST) return []
  return [
    ...far(own.total, medians.total, 'total-low', 'total-high'),
    ...far(own.attendances, medians.attendances, 'attendances-low', 'attendances-high'),
  ]
}

function far(value: number | null, median: number | null, low: Outlier, high: Outlier): Outlier[] {
  if (value === null || median === null) return []
  return value * 2 < median ? [low] : value > median * 2 ? [high] : []
}
