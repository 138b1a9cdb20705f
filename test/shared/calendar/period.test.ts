/** Periods and the clock of Asia/Shanghai. */
import fc from 'fast-check'
import {
  addDays,
  daysBetween,
  monthOf,
  monthSchema,
  monthsOf,
  monthsSoFar,
  nextMonth,
  paceOf,
  periodSchema,
  periodTitle,
  previousMonth,
  quarterOf,
  shanghaiDate,
  shanghaiInstant,
  shanghaiTime,
  spanOf,
} from '../../../src/shared/calendar'

test.each(['2023-13', '2023-00', '23-01', '2023-Q5', '2023Q1', '', '20230'])('%p is no period', (text) => {
  expect(periodSchema.safeParse(text).success).toBe(false)
})

test('an instant late in the UTC evening already belongs to the next day in Shanghai', () => {
  expect(shanghaiDate('2023-03-31T16:00:00Z')).toBe('2023-04-01')
  expect(shanghaiDate('2023-03-31T15:59:59.999Z')).toBe('2023-03-31')
  expect(shanghaiTime('2023-03-31T16:05:00Z')).toBe('00:05')
})

test('what is no time is refused', () => {
  expect(() => shanghaiDate('yesterday')).toThrow(RangeError)
})

test('a day ends at 24:00', () => {
  expect(shanghaiInstant('2023-12-31', '24:00')).toBe('2023-12-31T16:00:00.000Z')
})

test('a leap February, a quarter and a year have their first and last day', () => {
  expect(spanOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(spanOf('2023-Q2')).toEqual({ from: '2023-04-01', to: '2023-06-30' })
  expect(spanOf('2023')).toEqual({ from: '2023-01-01', to: '2023-12-31' })
})

test('the year so far ends with the period', () => {
  expect(monthsSoFar('2023-03')).toEqual(['2023-01', '2023-02', '2023-03'])
  expect(monthsSoFar('2023-Q2')).toHaveLength(6)
  expect(monthsSoFar('2023')).toEqual(monthsOf('2023'))
})

test('titles are those of the screens', () => {
  expect(['2023', '2023-09', '2023-Q3'].map(periodTitle)).toEqual([
    '2023 年',
    '2023 年 9 月',
    '2023 年第三季度',
  ])
})

test('the pace is nothing before the period, all of it after', () => {
  const year = spanOf('2023')
  expect(paceOf(year, '2022-12-31')).toBe(0)
  expect(paceOf(year, '2023-12-31')).toBe(1)
  expect(paceOf(year, '2024-05-01')).toBe(1)
  expect(paceOf(year, '2023-09-18')).toBeCloseTo(261 / 365, 10)
})

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-30'), noInvalidDate: true })
  .map(shanghaiDate)

test('days added are days between, and each day lies in its own month, quarter and year', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days)
      const month = monthOf(from)
      expect(monthSchema.parse(month)).toBe(month)
      for (const period of [month, quarterOf(month), month.slice(0, 4)]) {
        const span = spanOf(period)
        expect(span.from <= from && from <= span.to).toBe(true)
      }
      expect(previousMonth(nextMonth(month))).toBe(month)
    }),
  )
})

test('instant and day are inverse to each other', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      const instant = shanghaiInstant(date, time)
      expect(shanghaiDate(instant)).toBe(date)
      expect(shanghaiTime(instant)).toBe(time)
    }),
  )
})
