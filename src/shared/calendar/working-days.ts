/**
 * Working days of the mainland: weekdays less statutory holidays, plus the weekend days that make up
 * for them (RULES.md D26). `holidays.json` lists per year the weekdays that are off and the
 * weekend days that are on, as the State Council arranges them each November. `festivals.json` has the days
 * that are off by law in a year that is not arranged yet: they are fixed by the sun and by the moon, and only days
 * near them are ever moved. Any other day of a year without an arrangement is an error, never guessed.
 */
import { z } from 'zod'
import { hasOwn } from '../own'
import festivals from './festivals.json'
import holidays from './holidays.json'
import { addDays, daysBetween } from './shanghai'

const table = z
  .record(z.string(), z.object({ off: z.array(z.string()), on: z.array(z.string()) }))
  .parse(holidays)
const festivalDays = Object.entries(z.record(z.string(), z.array(z.string())).parse(festivals)).flatMap(
  ([year, days]) => [...days.map((day) => `${year}-${day}`), `${Number(year) + 1}-01-01`],
)

/** Days; the arrangements of 2004 to 2026 moved none that was further from a day off by law than 11. */
const MOVED_WITHIN = 13

/** The last year whose holidays are entered; what falls due after it cannot be told, save far from any festival. */
export const lastHolidayYear = Object.keys(table).reduce((last, year) => (year > last ? year : last), '')

/** Is the day (`YYYY-MM-DD`) a working day? Throws RangeError where a year's arrangement is wanted and not entered. */
export function isWorkingDay(date: string): boolean {
  const year = table[date.slice(0, 4)]
  if (!year) return isWorkingDayByLaw(date)
  const day = date.slice(5)
  if (year.on.includes(day)) return true
  return !year.off.includes(day) && isWeekday(date)
}

/** Of a year not arranged yet: a day too far from every festival to be moved by any arrangement. */
function isWorkingDayByLaw(date: string): boolean {
  const year = date.slice(0, 4)
  const isNear = festivalDays.some((festival) => Math.abs(daysBetween(festival, date)) <= MOVED_WITHIN)
  if (isNear || !hasOwn(festivals, year)) throw new RangeError(`no holiday table for ${year}`)
  return isWeekday(date)
}

function isWeekday(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The day itself if it is a working day, else the next one (节假日顺延). */
export function deferToWorkingDay(date: string): string {
  let day = date
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/** The `count`-th working day after a day; the day itself is not counted. */
export function addWorkingDays(date: string, count: number): string {
  let day = date
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}
