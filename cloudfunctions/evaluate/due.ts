/** Which periods may be due. Pure; the day is of Asia/Shanghai, so the zone of the timer does not matter. */
import { monthsOf, quarterOf, spanOf } from '../../src/shared/calendar'

/** The periods of a day's year and of the year before that have ended before the day, oldest first; a month before its quarter. */
export function endedPeriods(today: string): string[] {
  const year = Number(today.slice(0, 4))
  return [String(year - 1), String(year)]
    .flatMap((name) => {
      const months = monthsOf(name)
      return [...months, ...new Set(months.map(quarterOf)), name]
    })
    .filter((period) => spanOf(period).to < today)
    .sort((a, b) => {
      const [endA, endB] = [spanOf(a).to, spanOf(b).to]
      return endA === endB ? monthsOf(a).length - monthsOf(b).length : endA < endB ? -1 : 1
    })
}
