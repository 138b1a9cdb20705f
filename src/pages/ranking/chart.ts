/** The year's course of a platform beside the median of its class, as a small SVG. Labels stand outside, as text. */
export type TrendPoint = { month: string; total: number; median: number }

const WIDTH = 320
const HEIGHT = 120
const EDGE = 6

export type Chart = {
  /** ASCII only. */
  svg: string
  /** The totals at the bottom and top line. */
  low: number
  high: number
  /** Where the lines end, as shares of the height from the top, for their labels. */
  mineAt: number
  medianAt: number
}

/** Null with fewer than two months: a point is no course. */
export function chartOf(months: readonly TrendPoint[]): Chart | null {
  const last = months[months.length - 1]
  if (months.length < 2 || !last) return null
  const values = months.flatMap((month) => [month.total, month.median])
  const low = Math.floor(Math.min(...values) / 10) * 10
  const high = Math.max(low + 10, Math.ceil(Math.max(...values) / 10) * 10)
  const x = (index: number) => EDGE + (index / (months.length - 1)) * (WIDTH - 2 * EDGE)
  const share = (value: number) => (high - value) / (high - low)
  const y = (value: number) => EDGE + share(value) * (HEIGHT - 2 * EDGE)
  const line = (of: (point: TrendPoint) => number) =>
    months.map((point, index) => `${round(x(index))},${round(y(of(point)))}`).join(' ')
  const grid = [high, (high + low) / 2, low]
    .map(
      (value) =>
        `<line x1="0" x2="${WIDTH}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="#e4e9e6"/>`,
    )
    .join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${grid}` +
    `<polyline points="${line((point) => point.median)}" fill="none" stroke="#94a09a" stroke-width="2" stroke-dasharray="5 4"/>` +
    `<polyline points="${line((point) => point.total)}" fill="none" stroke="#0b7a63" stroke-width="2.5" stroke-linejoin="round"/>` +
    `<circle cx="${round(x(months.length - 1))}" cy="${round(y(last.total))}" r="4" fill="#0b7a63"/></svg>`
  return { svg, low, high, mineAt: share(last.total), medianAt: share(last.median) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
