/**
 * Working days of the mainland: weekdays less statutory holidays, plus the weekend days that make up
 * for them (open-questions.md D26). `holidays.json` lists per year the weekdays that are off and the
 * weekend days that are on; a year that it does not know is an error, never guessed.
 */
import { z } from 'zod'
import holidays from './holidays.json'
import { addDays } from './shanghai'

const table = z
  .record(z.string(), z.object({ off: z.array(z.string()), on: z.array(z.string()) }))
  .parse(holidays)

/** The last year whose holidays are entered; what falls due after it cannot be told. */
export const lastHolidayYear = Object.keys(table).reduce((last, year) => (year > last ? year : last), '')

/** Is the day (`YYYY-MM-DD`) a working day? Throws RangeError for a year without a holiday table. */
export function isWorkingDay(date: string): boolean {
  const year = table[date.slice(0, 4)]
  if (!year) throw new RangeError(`no holiday table for ${date.slice(0, 4)}`)
  const day = date.slice(5)
  if (year.on.includes(day)) return true
  if (year.off.includes(day)) return false
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
