/** The year's course of a platform beside the median of its class, as a small SVG. Labels stand outside, as text. */
/** Without a median where that would give away what is not published. */
export type TrendPoint = { month: string; total: number; median: number | null }

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
  medianAt: number | null
}

/** Null with fewer than two months: a point is no course. A month without a result leaves a gap in the line. */
export function chartOf(months: readonly TrendPoint[]): Chart | null {
  const first = months[0]
  const last = months[months.length - 1]
  if (months.length < 2 || !first || !last) return null
  const values = months.flatMap(({ total, median }) => (median === null ? [total] : [total, median]))
  const low = Math.floor(Math.min(...values) / 10) * 10
  const high = Math.max(low + 10, Math.ceil(Math.max(...values) / 10) * 10)
  const span = Math.max(1, monthNumber(last) - monthNumber(first))
  const x = (at: number) => round(EDGE + ((at - monthNumber(first)) / span) * (WIDTH - 2 * EDGE))
  const share = (value: number) => (high - value) / (high - low)
  const y = (value: number) => round(EDGE + share(value) * (HEIGHT - 2 * EDGE))
  const line = (of: (point: TrendPoint) => number | null, color: string, style: string) =>
    coursesOf(months, of)
      .map(([start, ...rest]) =>
        rest.length === 0
          ? `<circle cx="${x(start.at)}" cy="${y(start.value)}" r="2" fill="${color}"/>`
          : `<polyline points="${[start, ...rest].map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}" fill="none" stroke="${color}" ${style}/>`,
      )
      .join('')
  const grid = [high, (high + low) / 2, low]
    .map((value) => `<line x1="0" x2="${WIDTH}" y1="${y(value)}" y2="${y(value)}" stroke="#e4e9e6"/>`)
    .join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${grid}` +
    line((point) => point.median, '#94a09a', 'stroke-width="2" stroke-dasharray="5 4"') +
    line((point) => point.total, '#0b7a63', 'stroke-width="2.5" stroke-linejoin="round"') +
    `<circle cx="${x(monthNumber(last))}" cy="${y(last.total)}" r="4" fill="#0b7a63"/></svg>`
  return {
    ...{ svg, low, high },
    mineAt: share(last.total),
    medianAt: last.median === null ? null : share(last.median),
  }
}

type Step = { at: number; value: number }
type Course = [Step, ...Step[]]

/** The values in runs of months that follow on each other. */
function coursesOf(months: readonly TrendPoint[], of: (point: TrendPoint) => number | null): Course[] {
  const courses: Course[] = []
  for (const point of months) {
    const value = of(point)
    if (value === null) continue
    const step = { at: monthNumber(point), value }
    const course = courses[courses.length - 1]
    const before = course?.[course.length - 1]
    if (course && before?.at === step.at - 1) course.push(step)
    else courses.push([step])
  }
  return courses
}

function monthNumber({ month }: TrendPoint): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
