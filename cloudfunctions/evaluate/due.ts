/** Which periods may be due. Pure; the day is of Asia/Shanghai, so the zone of the timer does not matter. */
import { monthsOf, quarterOf, spanOf } from '../../src/shared/calendar'

/** The periods of a year in the order in which they end; of those that end together the shortest first. */
function periodsOf(year: string): string[] {
  const months = monthsOf(year)
  return [...months, ...new Set(months.map(quarterOf)), year].sort((a, b) => {
    const [endA, endB] = [spanOf(a).to, spanOf(b).to]
    return endA === endB ? monthsOf(a).length - monthsOf(b).length : endA < endB ? -1 : 1
  })
}

/** The periods of a day's year and of the year before that have ended before the day, oldest first; a month before its quarter. */
export function endedPeriods(today: string): string[] {
  const year = Number(today.slice(0, 4))
  return [String(year - 1), String(year)].flatMap(periodsOf).filter((period) => spanOf(period).to < today)
}

/** The periods of a year that have begun by the day, in the same order. */
export function begunPeriods(year: string, today: string): string[] {
  return periodsOf(year).filter((period) => spanOf(period).from <= today)
}
