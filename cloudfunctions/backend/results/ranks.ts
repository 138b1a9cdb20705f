/** Ranks: by exact total within a class; equal totals share a rank and the next one is skipped (D23). Pure. */
import type { Tier } from '../../../src/shared/contract'
import type { Result } from './results'

/** The rank of each, in the order given. Totals are compared exactly: they are whole numbers of 1e-8 point. */
export function ranksOf(totals: readonly number[]): number[] {
  const sorted = [...totals].sort((a, b) => b - a)
  const first = new Map<number, number>()
  sorted.forEach((total, place) => {
    if (!first.has(total)) first.set(total, place + 1)
  })
  return totals.map((total) => first.get(total) ?? sorted.length)
}

/** Does a result take part in its class's ranking? Neither the provincial platform's nor an excluded one's does. */
export function isRanked({ platform, state, exclusion }: Result): boolean {
  return platform.tier !== 'province' && state !== 'replaced' && exclusion === null
}

/** The ranks of the results of one class and period as they stand now, by the id of the result. */
export function rankResults(results: readonly Result[]): Map<string, number> {
  const ranked = results.filter(isRanked)
  const ranks = ranksOf(ranked.map(({ total }) => total))
  return new Map(ranked.map(({ id }, place) => [id, ranks[place] ?? ranked.length]))
}

/** Of fewer, the middle tells one of them what the others have: of two, twice the median less one's own. */
export const SMALLEST_CLASS = 5

/**
 * May the median of a class be told to somebody who may not see all of it before publication (D36)? The provincial
 * platform stands alone, so that its median is its own total.
 */
export function isMedianTold(tier: Tier, ranked: number): boolean {
  return tier !== 'province' && ranked >= SMALLEST_CLASS
}

/** The middle total, or the mean of the middle two; null of nothing. */
export function medianOf(totals: readonly number[]): number | null {
  const sorted = [...totals].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) return null
  // Sums of whole numbers of 1e-8, so that the mean of equals is that number.
  return Math.round(((lower + upper) / 2) * 1e8) / 1e8
}
