/** `standing.overview`: who looks over whom, and what it says of each platform. Refusals first. */
import { outliersOf } from '../../cloudfunctions/standing/outliers'
import { evaluatedWorld, eventOn } from './evaluating'
import { demand } from './harness'

const world = evaluatedWorld()
const { database, clock, evaluate, standing, approved, push } = world
const ask = async (who: Parameters<typeof standing>[0] = '省平台') => {
  const answer = await standing(who).call('overview', {})
  return { ...answer, of: (id: string) => answer.rows.find(({ platform }) => platform.id === id) }
}

/** A Wednesday: what came before Wednesday of the week before is overdue. */
beforeEach(() => (clock.now = new Date('2023-05-17T02:00:00Z')))

it.each(['阿丽', '老周', '王总', '路人'] as const)('is refused to %s, who looks over nobody', async (who) => {
  expect((await standing(who).refused('overview', {})).code).toBe('NOT_ALLOWED')
})

it('shows a reviewer the platforms of the area, and the province all of them', async () => {
  expect((await ask('小陈')).rows.map(({ platform }) => platform.id)).toEqual([
    'p-changsha',
    'p-changsha-county',
  ])
  expect((await ask('省平台')).rows.map(({ platform }) => platform.id)).toEqual([
    'p-hunan',
    'p-changsha',
    'p-changsha-county',
    'p-zhuzhou',
  ])
})

it('has no results before the first run', async () => {
  expect(await ask()).toMatchObject({ period: null, medians: {} })
  expect((await ask()).of('p-changsha')).toMatchObject({ result: null, attendances: null, outliers: [] })
})

describe('the report of the last month that is over', () => {
  const file = (month: string, at: string | null, platform = 'p-changsha') =>
    database
      .insertInto('monthly_reports')
      .values({
        platform_id: platform,
        month,
        due_at: new Date(Date.UTC(2023, Number(month.slice(5)), 5, 16)),
        filed_at: at === null ? null : new Date(at),
      })
      .execute()
  beforeAll(async () => {
    await file('2023-01', '2023-02-09T02:00:00Z')
    await file('2023-02', '2023-03-02T02:00:00Z')
    await file('2023-04', '2023-05-04T02:00:00Z')
    await file('2023-04', '2023-05-08T02:00:00Z', 'p-zhuzhou')
    await file('2023-04', null, 'p-changsha-county')
  })

  it('is filed, late or missing, and the year so far counts the bad ones, with a row or without', async () => {
    const { month, of } = await ask()
    expect(month).toBe('2023-04')
    // January late, March never filed.
    expect(of('p-changsha')).toMatchObject({ report: 'filed', lateOrMissing: 2 })
    expect(of('p-zhuzhou')).toMatchObject({ report: 'late', lateOrMissing: 4 })
    expect(of('p-changsha-county')).toMatchObject({ report: 'missing', lateOrMissing: 4 })
  })

  it('is open until the due time, in Asia/Shanghai', async () => {
    clock.now = new Date('2023-05-05T15:59:59Z')
    expect((await ask()).of('p-changsha-county')).toMatchObject({ report: 'open', lateOrMissing: 3 })
    clock.now = new Date('2023-05-05T16:00:00Z')
    expect((await ask()).of('p-changsha-county')).toMatchObject({ report: 'missing', lateOrMissing: 4 })
  })

  it('is not asked for where no rubric covers the month', async () => {
    clock.now = new Date('2024-03-10T00:00:00Z')
    expect((await ask()).of('p-changsha')).toMatchObject({ report: null, lateOrMissing: 0 })
  })
})

it('counts what waits for a decision, and what has waited more than five working days', async () => {
  clock.now = new Date('2023-05-09T15:59:00Z')
  await push(eventOn('2023-05-08'))
  clock.now = new Date('2023-05-10T02:00:00Z')
  await push(demand())
  // Received on the 9th: in time until the 16th at 24:00.
  clock.now = new Date('2023-05-16T15:59:00Z')
  expect((await ask()).of('p-changsha')).toMatchObject({ waiting: 2, overdue: 0 })
  clock.now = new Date('2023-05-16T16:00:00Z')
  expect((await ask()).of('p-changsha')).toMatchObject({ waiting: 2, overdue: 1 })
  expect((await ask()).of('p-zhuzhou')).toMatchObject({ waiting: 0, overdue: 0, signed: 0 })
  // Both were filled in by a phone whose clock is weeks ahead.
  expect((await ask()).of('p-changsha')).toMatchObject({ signed: 2 })
})

it('shows the latest result with its rank in the whole class, also to a reviewer of one area', async () => {
  await approved(eventOn('2023-04-11'))
  await approved(eventOn('2023-04-12'), 'p-zhuzhou')
  await approved(eventOn('2023-04-13'), 'p-zhuzhou')
  await evaluate('省平台').call('run', { period: '2023-04' })
  const { period, of, medians: told } = await ask('小陈')
  expect(period).toBe('2023-04')
  expect(of('p-changsha')).toMatchObject({ result: { rank: 2, state: 'provisional' }, attendances: 12 })
  expect(of('p-zhuzhou')).toBeUndefined()
  const all = await ask()
  const totals = ['p-changsha', 'p-zhuzhou'].map((id) => all.of(id)?.result?.total ?? 0)
  expect(all.medians.city?.attendances).toBe(18)
  // Of two, whose other one the reviewer may not see, no median is told; nor the provincial platform's own total.
  expect(told).toEqual({})
  expect(all.medians.city?.total).toBeCloseTo((totals[0]! + totals[1]!) / 2, 8)
  expect(all.of('p-hunan')?.result?.rank).toBeNull()
  await evaluate('省平台').call('exclude', {
    platformId: 'p-zhuzhou',
    year: '2023',
    ground: 'withdrew',
    reason: '书面申请退出',
    replaces: 0,
  })
  const after = await ask()
  expect(after.of('p-zhuzhou')).toMatchObject({ exclusion: { ground: 'withdrew' }, result: { rank: null } })
  expect(after.of('p-changsha')).toMatchObject({ exclusion: null, result: { rank: 1 } })
  expect(after.medians.city?.attendances).toBe(12)
  // Two are no class to stand out of.
  expect(all.rows.flatMap(({ outliers }) => outliers)).toEqual([])
})

it.each([
  [{ total: 30, attendances: 100 }, []],
  [{ total: 29.99, attendances: 100 }, ['total-low']],
  [{ total: 120, attendances: 100 }, []],
  [{ total: 120.01, attendances: 100 }, ['total-high']],
  [{ total: 60, attendances: 500 }, []],
  [{ total: 60, attendances: 501 }, ['attendances-high']],
  [{ total: 60, attendances: 20 }, []],
  [{ total: 60, attendances: 19 }, ['attendances-low']],
  [{ total: 0, attendances: 0 }, ['total-low', 'attendances-low']],
  [{ total: 60, attendances: null }, []],
] as const)('takes %p for an outlier beside medians of 60 and 100: %p', (own, expected) => {
  expect(outliersOf(own, { total: 60, attendances: 100, of: 5 })).toEqual(expected)
  expect(outliersOf(own, { total: 60, attendances: 100, of: 4 })).toEqual([])
  const ofTotal = expected.filter((each) => each.startsWith('total'))
  expect(outliersOf(own, { total: 60, attendances: null, of: 5 })).toEqual(ofTotal)
})
