/** The holiday table against the maintained package it was made from, and the deferrals that depend on it. */
import { isWorkday } from 'chinese-days'
import {
  addDays,
  addWorkingDays,
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
  expect(() => isWorkingDay('2022-12-30')).toThrow('2022')
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
])('the summary of %s is due on %s', (quarter, due) => {
  expect(quarterlyDueDate(quarter)).toBe(due)
})

test('the summary of 2026-Q4 has no due day before the calendar of 2027 is known', () => {
  expect(() => quarterlyDueDate('2026-Q4')).toThrow('2027')
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
