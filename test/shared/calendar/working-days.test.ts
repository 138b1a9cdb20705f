/** The holiday table against the maintained package it was made from, and the deferrals that depend on it. */
import { getSolarDateFromLunar, getSolarTermDate, isWorkday } from 'chinese-days'
import {
  addDays,
  addWorkingDays,
  daysBetween,
  deferToWorkingDay,
  isWorkingDay,
  monthlyPublicationDate,
  monthlyReportDay,
  monthlyReportDue,
  quarterlyDueDate,
  reviewDueDate,
  reviewOverdueBefore,
  shanghaiDate,
} from '../../../src/shared/calendar'

// The package reads a date string as UTC and takes its parts in the local zone: ask it at noon of this machine's day.
const packageSays = (date: string) => isWorkday(new Date(`${date}T12:00:00`))

test('a year without a holiday table is refused, never guessed', () => {
  expect(() => isWorkingDay('2027-01-04')).toThrow(RangeError)
  expect(() => isWorkingDay('2027-01-14')).toThrow('2027')
  expect(() => isWorkingDay('2027-12-20')).toThrow('2027')
  expect(() => isWorkingDay('2022-12-30')).toThrow('2022')
  expect(() => isWorkingDay('2028-03-15')).toThrow('2028')
})

/** The holidays of the law since 2025: by the sun, Qingming, by the moon with the eve of the new year. */
function festivalsOf(year: number): string[] {
  const byMoon = (day: string) => getSolarDateFromLunar(`${year}-${day}`).date
  const spring = [-1, 0, 1, 2].map((days) => addDays(byMoon('01-01'), days))
  const bySun = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`)
  const qingming = getSolarTermDate(year, 4, 'pure_brightness')
  return [...bySun, qingming, ...spring, byMoon('05-05'), byMoon('08-15')].sort()
}

const daysFrom = (first: string, last: string): string[] =>
  first > last ? [] : [first, ...daysFrom(addDays(first, 1), last)]

const isWeekday = (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())

test('far from every festival of the law the days of a year not arranged yet are known: weekdays are working days', () => {
  const festivals = [...festivalsOf(2027), '2028-01-01']
  for (const day of daysFrom('2027-01-01', '2027-12-31')) {
    if (festivals.every((festival) => Math.abs(daysBetween(festival, day)) > 13)) {
      expect([day, isWorkingDay(day)]).toEqual([day, isWeekday(day)])
    } else expect(() => isWorkingDay(day)).toThrow('2027')
  }
})

test('the Saturday after a spring festival of ten days may be a working day: it is not known before the arrangement', () => {
  expect(() => isWorkingDay('2027-02-20')).toThrow('2027')
})

test('no arrangement since 2004 has moved a day so far from a festival, but for the parade of September 2015', () => {
  const moved: string[] = []
  for (let year = 2004; year <= 2026; year += 1) {
    const festivals = [...festivalsOf(year), `${year + 1}-01-01`]
    moved.push(
      ...daysFrom(`${year}-01-01`, `${year}-12-31`)
        .filter((day) => festivals.every((festival) => Math.abs(daysBetween(festival, day)) > 13))
        .filter((day) => packageSays(day) !== isWeekday(day)),
    )
  }
  expect(moved).toEqual(['2015-09-03', '2015-09-04', '2015-09-06'])
})

test('every day of 2023 to 2026 agrees with the maintained package', () => {
  const different: string[] = []
  for (let day = '2023-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    if (isWorkingDay(day) !== packageSays(day)) different.push(day)
  }
  expect(different).toEqual([])
})

test('a make-up Saturday is a working day and a weekday of a holiday is not', () => {
  expect(isWorkingDay('2023-10-07')).toBe(true)
  expect(isWorkingDay('2023-10-02')).toBe(false)
})

// By the State Council's calendars: the 15th of the month after, or the first working day from it.
test.each([
  ['2023-Q1', '2023-04-17'], // a Saturday
  ['2023-Q2', '2023-07-17'], // a Saturday
  ['2023-Q3', '2023-10-16'], // a Sunday
  ['2023-Q4', '2024-01-15'],
  ['2024-Q1', '2024-04-15'],
  ['2024-Q2', '2024-07-15'],
  ['2024-Q3', '2024-10-15'],
  ['2024-Q4', '2025-01-15'],
  ['2025-Q1', '2025-04-15'],
  ['2025-Q2', '2025-07-15'],
  ['2025-Q3', '2025-10-15'],
  ['2025-Q4', '2026-01-15'],
  ['2026-Q1', '2026-04-15'],
  ['2026-Q2', '2026-07-15'],
  ['2026-Q3', '2026-10-15'],
  ['2026-Q4', '2027-01-15'], // a Friday that the law itself settles, whatever the calendar of 2027 arranges
])('the summary of %s is due on %s', (quarter, due) => {
  expect(quarterlyDueDate(quarter)).toBe(due)
})

test('a summary that falls due near a festival has no due day before the calendar of its year is known', () => {
  expect(() => quarterlyDueDate('2027-Q1')).toThrow('2027')
})

test('the monthly days are not deferred: the text defers the quarter alone', () => {
  expect(monthlyPublicationDate('2023-05')).toBe('2023-06-10')
  expect(monthlyReportDue('2023-07', [])).toBe('2023-08-05T16:00:00.000Z')
  expect(monthlyReportDue('2023-12', [])).toBe('2024-01-05T16:00:00.000Z')
})

test('a month’s report is due on the day that the newest setting of the province names for its month', () => {
  const days = [
    { from: '2023-09', day: 8 },
    { from: '2023-07', day: 3 },
    { from: '2023-11', day: 10 },
  ]
  const due = ['2023-06', '2023-07', '2023-09', '2023-10', '2023-11', '2023-12'].map((month) =>
    monthlyReportDay(month, days),
  )
  expect(due).toEqual([5, 3, 3, 3, 10, 10])
  expect(monthlyReportDue('2023-12', days)).toBe('2024-01-10T16:00:00.000Z')
})

test('a decision is due five working days later, over a holiday too', () => {
  expect(reviewDueDate('2023-09-27')).toBe('2023-10-10')
  expect(addWorkingDays('2023-06-21', 1)).toBe('2023-06-25')
  expect(deferToWorkingDay('2023-04-15')).toBe('2023-04-17')
})

test('overdue is what came before the days that a reviewer has, over a holiday too, and nothing where those are unknown', () => {
  for (let today = '2023-01-12'; today <= '2023-12-31'; today = addDays(today, 1)) {
    const before = Date.parse(reviewOverdueBefore(today) ?? '')
    const [last, next] = [new Date(before - 1), new Date(before)].map(shanghaiDate)
    expect(today > reviewDueDate(last!)).toBe(true)
    expect(today > reviewDueDate(next!)).toBe(false)
  }
  expect(reviewOverdueBefore('2028-03-01')).toBeNull()
  // What is known of the past is not lost with the year to come.
  expect(shanghaiDate(new Date(Date.parse(reviewOverdueBefore('2026-12-31') ?? '') - 1))).toBe('2026-12-23')
})
