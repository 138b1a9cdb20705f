/** The pure parts of evaluation: duties, days of statements and marks, ranks, which periods may be due. */
import fc from 'fast-check'
import { medianOf, ranksOf } from '../../cloudfunctions/backend/results'
import {
  dayOfMark,
  dayOfStatement,
  dueTimesIn,
  monthsDue,
  monthsUntil,
  rowsOfReports,
} from '../../cloudfunctions/backend/tallies'
import { endedPeriods } from '../../cloudfunctions/evaluate/due'
import { latestOf, periodBefore } from '../../cloudfunctions/standing/period-before'

const year = { from: '2023-01-01', to: '2023-12-31' }
const instant = (text: string) => new Date(text)

describe('the duty to report a month', () => {
  it('does not exist until the 5th of the next month has ended in Asia/Shanghai', () => {
    expect(monthsDue(year, '2022-06-01', instant('2023-02-05T15:59:59Z'), [])).toEqual([])
    expect(monthsDue(year, '2022-06-01', instant('2023-02-05T16:00:00Z'), [])).toEqual(['2023-01'])
  })

  it('does not exist for months before the platform did, or outside of the rubric’s period', () => {
    expect(monthsDue(year, '2023-03-20', instant('2023-06-20T00:00:00Z'), [])).toEqual([
      '2023-03',
      '2023-04',
      '2023-05',
    ])
    expect(monthsDue(year, '2022-06-01', instant('2026-01-01T00:00:00Z'), [])).toHaveLength(12)
  })

  it('is late when nothing was filed, or after the due time, and not at the last instant', () => {
    const dueAt = instant('2023-02-05T16:00:00Z')
    const now = instant('2023-02-20T00:00:00Z')
    const late = (filedAt: Date | null) => {
      const report = { month: '2023-01', dueAt, filedAt, firstFiledAt: filedAt, returns: 0, figures: {} }
      return rowsOfReports(year, '2022-06-01', [report], now, [])
    }
    expect(late(null)).toMatchObject([{ kind: 'obligation', late: true }])
    expect(late(instant('2023-02-05T16:00:01Z'))).toMatchObject([{ late: true }])
    expect(late(instant('2023-02-05T16:00:00Z'))).toMatchObject([{ late: false }])
    expect(rowsOfReports(year, '2022-06-01', [], now, [])).toMatchObject([{ id: 'duty/2023-01', late: true }])
  })

  it('in time and never sent back is told by nothing but that it is not late', () => {
    const filedAt = instant('2023-02-03T00:00:00Z')
    const dueAt = instant('2023-02-05T16:00:00Z')
    const report = { month: '2023-01', dueAt, filedAt, firstFiledAt: filedAt, returns: 0, figures: {} }
    const duty = { id: 'duty/2023-01', kind: 'obligation', date: '2023-02-05', approved: true, late: false }
    const told = (changes: object) =>
      rowsOfReports(year, '2022-06-01', [{ ...report, ...changes }], instant('2023-02-20T00:00:00Z'), [])
    expect(told({})).toEqual([duty])
    expect(told({ returns: 2 })).toEqual([{ ...duty, returns: 2 }])
    expect(told({ filedAt: instant('2023-02-06T00:00:00Z'), returns: 1 })).toEqual([
      { ...duty, late: true, lateAtFirst: false, filedAfterDue: true, returns: 1 },
    ])
  })

  it('counts on the day on which it falls due, that of the last month on the last day of the period', () => {
    const rows = rowsOfReports(year, '2022-06-01', [], instant('2024-06-01T00:00:00Z'), [])
    expect(rows.map(({ date }) => date)).toEqual([
      ...['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
        (month) => `2023-${month}-05`,
      ),
      '2023-12-31',
    ])
  })

  it('leaves the figures of the report in the month that they are about', () => {
    const report = {
      month: '2023-01',
      dueAt: instant('2023-02-05T16:00:00Z'),
      filedAt: instant('2023-02-03T00:00:00Z'),
      firstFiledAt: instant('2023-02-03T00:00:00Z'),
      returns: 0,
      figures: { registrations: 40 },
    }
    expect(rowsOfReports(year, '2022-06-01', [report], instant('2023-02-04T00:00:00Z'), [])).toEqual([
      {
        id: 'report/2023-01/registrations',
        kind: 'figure',
        date: '2023-01-31',
        approved: true,
        name: 'registrations',
        value: 40,
      },
    ])
  })

  it('falls due once, in the month in which it counts: none in the first of the period, two in the last', () => {
    const times = (month: string) => dueTimesIn(year, month, []).map((time) => new Date(time).toISOString())
    expect(times('2023-01')).toEqual([])
    expect(times('2023-02')).toEqual(['2023-02-05T16:00:00.000Z'])
    expect(times('2023-12')).toEqual(['2023-12-05T16:00:00.000Z', '2024-01-05T16:00:00.000Z'])
    expect(times('2024-01')).toEqual([])
  })
})

describe('the day of a row that has none', () => {
  it('is null for a year that the rubric does not cover', () => {
    expect(dayOfStatement(year, '2022')).toBeNull()
    expect(dayOfMark(year, '2024', '2023-06-01')).toBeNull()
  })

  it('is the first day of the year for a statement, the day of marking or the nearest in the year for a mark', () => {
    expect(dayOfStatement(year, '2023')).toBe('2023-01-01')
    expect(dayOfMark(year, '2023', '2023-06-01')).toBe('2023-06-01')
    expect(dayOfMark(year, '2023', '2024-01-08')).toBe('2023-12-31')
    expect(dayOfMark(year, '2023', '2022-12-01')).toBe('2023-01-01')
  })

  it('follows a rubric whose period is no calendar year', () => {
    const period = { from: '2023-07-01', to: '2024-06-30' }
    expect(dayOfStatement(period, '2023')).toBe('2023-07-01')
    expect(dayOfStatement(period, '2024')).toBe('2024-01-01')
    expect(dayOfMark(period, '2024', '2024-09-01')).toBe('2024-06-30')
    expect(monthsUntil(period, '2024-01-15')).toHaveLength(7)
    expect(monthsUntil(period, '2025-01-15')).toHaveLength(12)
  })
})

describe('ranks', () => {
  it('are shared by equal totals, and the next one is skipped', () => {
    expect(ranksOf([80, 90.00000001, 90, 80, 70])).toEqual([3, 1, 2, 3, 5])
    expect(ranksOf([])).toEqual([])
  })

  it('are one more than the number of better totals, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 }), (totals) => {
        ranksOf(totals).forEach((rank, place) => {
          expect(rank).toBe(1 + totals.filter((other) => other > (totals[place] ?? 0)).length)
        })
      }),
    )
  })

  it('have a middle', () => {
    expect(medianOf([])).toBeNull()
    expect(medianOf([80.35])).toBe(80.35)
    expect(medianOf([90, 70, 80])).toBe(80)
    expect(medianOf([80.3, 80.3])).toBe(80.3)
    expect(medianOf([70, 80.35])).toBe(75.175)
  })
})

describe('periods', () => {
  it('may be due when they have ended before the day, the oldest first, a month before its quarter', () => {
    const due = endedPeriods('2023-04-01')
    expect(due.slice(-6)).toEqual(['2022-Q4', '2022', '2023-01', '2023-02', '2023-03', '2023-Q1'])
    expect(due).toHaveLength(17 + 4)
    expect(endedPeriods('2023-03-31')).not.toContain('2023-03')
  })

  it('follow each other within their kind', () => {
    expect(['2023-03', '2023-01', '2023-Q2', '2023-Q1', '2023'].map(periodBefore)).toEqual([
      '2023-02',
      '2022-12',
      '2023-Q1',
      '2022-Q4',
      '2022',
    ])
  })

  it('are latest by their end, and among equals the month', () => {
    expect(latestOf([], '2024-01-01')).toBeNull()
    expect(latestOf(['2023-02', '2023-Q1', '2023-03'], '2023-04-01')).toBe('2023-03')
    expect(latestOf(['2023', '2023-11'], '2024-01-01')).toBe('2023')
    // Somebody has run the year before its end, and the quarter on its last day.
    expect(latestOf(['2023', '2023-Q2', '2023-05'], '2023-06-30')).toBe('2023-05')
    expect(latestOf(['2023'], '2023-12-31')).toBeNull()
  })
})
