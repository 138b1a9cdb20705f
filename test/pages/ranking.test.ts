import { chartOf } from '../../src/pages/ranking/chart'
import { isCurrent, nextPlace, shownRows, wayTo } from '../../src/pages/ranking/next-place'
import { firstPeriod, periodsOf } from '../../src/components/period-sheet/periods'
import type { RankingRow } from '../../src/shared/contract'
import type { Advice } from '../../src/shared/scoring'

function row(id: string, total: number, rank: number): RankingRow {
  const platform = { id, name: id, tier: 'county' as const, areaCode: '430181' }
  const rest = { added: null, grade: null, exclusion: null, movement: null, state: 'provisional' as const }
  return { resultId: id, platform, rank, total, ...rest }
}
function step(criterion: string, amount: number, total: number): Advice {
  const text = `做 ${amount} 次${criterion}`
  return {
    criterion,
    title: criterion,
    fact: criterion,
    kind: '',
    amount,
    text,
    points: total,
    total,
    progress: '',
  }
}

describe('the next place', () => {
  test('the first has none', () => {
    const rows = [row('a', 80, 1), row('b', 70, 2)]
    expect(nextPlace(rows, row('a', 80, 1))).toBeNull()
  })
  test('an equal total is not ahead', () => {
    expect(nextPlace([row('a', 70, 1), row('b', 70, 1)], row('b', 70, 1))).toBeNull()
  })
  test('it is the nearest better total, whatever the order of the rows', () => {
    const rows = [row('c', 60, 3), row('a', 80, 1), row('b', 70, 2)]
    expect(nextPlace(rows, row('c', 60, 3))).toMatchObject({ row: { resultId: 'b' }, gap: 10 })
  })
})

describe('the way to more than a gap', () => {
  test('there is none where all steps together do not reach it', () => {
    expect(wayTo(5, [step('甲', 1, 2), step('乙', 1, 3)])).toBeNull()
  })
  test('a step that only draws level is not enough', () => {
    expect(wayTo(3, [step('甲', 1, 3)])).toBeNull()
  })
  test('one step that suffices goes before several, the smallest amount first', () => {
    expect(wayTo(1, [step('甲', 3, 5), step('乙', 1, 1.5)])).toBe('做 1 次乙(+1.50 分)即可超过')
  })
  test('drawing level is told from passing exactly, whatever floating point makes of the difference', () => {
    const next = nextPlace([row('a', 80.35, 1), row('b', 78.55, 2)], row('b', 78.55, 2))
    expect(next?.gap).toBe(1.8)
    expect(wayTo(next?.gap ?? 0, [step('甲', 1, 1.8)])).toBeNull()
    expect(wayTo(0.3, [step('甲', 1, 0.1), step('乙', 1, 0.2)])).toBeNull()
  })
  test('it is told for the latest period of this year alone', () => {
    const standing = { period: '2023-06', rank: 2, of: 9, total: 1, movement: null, median: null }
    const progress = { asOf: '2023-07-20', standing }
    expect(
      ['2023-06', '2023-Q2', '2023-05', '2023-Q1', '2022'].filter((p) => isCurrent(p, progress)),
    ).toEqual(['2023-06', '2023-Q2'])
    expect(isCurrent('2023-06', { ...progress, asOf: '2024-01-02' })).toBe(false)
    expect(isCurrent('2023-06', { ...progress, standing: null })).toBe(false)
  })
  test('several add up, each criterion once', () => {
    expect(wayTo(4, [step('甲', 1, 3), step('甲', 2, 3), step('乙', 1, 2)])).toBe(
      '做 1 次甲、做 1 次乙,合计约 +5.00 分,即可超过',
    )
  })
})

describe('the rows shown', () => {
  const rows = Array.from({ length: 122 }, (_, index) => row(`p${index}`, 100 - index / 2, index + 1))
  test('a long list shows the top and the neighbourhood of one’s own', () => {
    expect(shownRows(rows, 'p60', false).map(({ index }) => index)).toEqual([
      0, 1, 2, 56, 57, 58, 59, 60, 61, 62, 63, 64,
    ])
  })
  test('all are shown when asked for, and when they are few', () => {
    expect(shownRows(rows, 'p60', true)).toHaveLength(122)
    expect(shownRows(rows.slice(0, 14), null, false)).toHaveLength(14)
  })
  test('without one’s own the list begins at the top', () => {
    expect(shownRows(rows, null, false).map(({ index }) => index)).toEqual(
      Array.from({ length: 30 }, (_, i) => i),
    )
  })
})

describe('the chart of a year', () => {
  test('one month is no course', () => {
    expect(chartOf([{ month: '2023-01', total: 1, median: 1 }])).toBeNull()
  })
  test('it is ASCII, so that it can be sent as a data address', () => {
    const chart = chartOf([
      { month: '2023-01', total: 12.3, median: 14 },
      { month: '2023-02', total: 31, median: 22 },
    ])
    expect(chart?.svg).toMatch(/^[\x20-\x7e]+$/)
    expect(chart).toMatchObject({ low: 10, high: 40, mineAt: 0.3, medianAt: 0.6 })
  })
  test('a month without a result is a gap, as wide as the month', () => {
    const at = (month: string) => ({ month, total: 20, median: null })
    const chart = chartOf([at('2023-01'), at('2023-02'), at('2023-04'), at('2023-05')])
    const lines = [...(chart?.svg ?? '').matchAll(/points="([^"]*)"/g)].map(([, points]) =>
      points?.split(' ').map((pair) => Number(pair.split(',')[0])),
    )
    expect(lines).toEqual([
      [6, 83],
      [237, 314],
    ])
  })
  test('a month between two gaps is a point', () => {
    const at = (month: string) => ({ month, total: 20, median: 30 })
    const chart = chartOf([at('2023-01'), at('2023-03'), at('2023-04')])
    expect(chart?.svg.match(/r="2"/g)).toHaveLength(2)
  })
  test('a class whose median is not told has one line', () => {
    const months = ['2023-01', '2023-02'].map((month) => ({ month, total: 20, median: null }))
    expect(chartOf(months)).toMatchObject({ medianAt: null })
    expect(chartOf(months)?.svg.match(/polyline/g)).toHaveLength(1)
  })
  test('equal totals do not divide by zero', () => {
    const flat = { total: 20, median: 20 }
    const chart = chartOf([
      { month: '2023-01', ...flat },
      { month: '2023-02', ...flat },
    ])
    expect(chart?.svg).not.toContain('NaN')
  })
})

describe('periods', () => {
  const periods = ['2023-01', '2023-02', '2023-Q1', '2023', '2022-Q4']
  test('nothing is chosen where nothing has been evaluated', () => {
    expect(firstPeriod([])).toBeNull()
  })
  test('the newest quarter comes first, then the newest month', () => {
    expect(firstPeriod(periods)).toBe('2023-Q1')
    expect(firstPeriod(['2023-01', '2023-02', '2023'])).toBe('2023-02')
    // A quarter and a year that were run before their end do not come first, unless there is nothing else.
    expect(firstPeriod(['2023-Q1', '2023-Q2', '2023'], '2023-06-30')).toBe('2023-Q1')
    expect(firstPeriod(['2023-Q2'], '2023-06-30')).toBe('2023-Q2')
    expect(periodsOf(periods, 'quarter')).toEqual(['2023-Q1', '2022-Q4'])
  })
})
