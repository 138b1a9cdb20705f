/** Ranks: by exact total within a class; equal totals share a rank and the next one is skipped (D23). Pure. */

/** The rank of each, in the order given. Totals are compared exactly: they are whole numbers of 1e-8 point. */
export function ranksOf(totals: readonly number[]): number[] {
  const sorted = [...totals].sort((a, b) => b - a)
  const first = new Map<number, number>()
  sorted.forEach((total, place) => {
    if (!first.has(total)) first.set(total, place + 1)
  })
  return totals.map((total) => first.get(total) ?? sorted.length)
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
