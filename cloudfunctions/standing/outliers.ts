/**
 * What stands far from its class: a total below half of the median or above twice it; attendances, which go with
 * the size of a place, below a fifth or above five times. A plain rule on purpose, that a phone call can begin
 * with; a class of fewer than five has no middle worth the name. Pure.
 */
import type { Outlier } from '../../src/shared/contract'
import { SMALLEST_CLASS } from '../backend/results'
const FAR = { total: 2, attendances: 5 }

export type Figures = { total: number; attendances: number | null }
export type Medians = { total: number; attendances: number | null; of: number }

export function outliersOf(own: Figures, medians: Medians): Outlier[] {
  if (medians.of < SMALLEST_CLASS) return []
  return [
    ...far(own.total, medians.total, FAR.total, 'total-low', 'total-high'),
    ...far(own.attendances, medians.attendances, FAR.attendances, 'attendances-low', 'attendances-high'),
  ]
}

function far(
  value: number | null,
  median: number | null,
  times: number,
  low: Outlier,
  high: Outlier,
): Outlier[] {
  if (value === null || median === null) return []
  return value * times < median ? [low] : value > median * times ? [high] : []
}
