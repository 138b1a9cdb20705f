/** Runs that are cut off, killed, doubled or overtaken by decisions: defined, and nothing is counted twice. */
import { transact, type Database } from '../../cloudfunctions/backend'
import { advanceRun, takeRun } from '../../cloudfunctions/backend/results'
import { createFunction } from '../../cloudfunctions/evaluate/create-function'
import { runPeriod, type Running } from '../../cloudfunctions/evaluate/run-period'
import { duePeriods } from '../../cloudfunctions/evaluate/timer'
import { evaluatedWorld, eventOn, storeRubric } from './evaluating'
import { demand } from './harness'

const world = evaluatedWorld()
const { database, clock, everything, evaluate, standing, push, approve, approved, inForce } = world
const province = () => evaluate('省平台')
const later = (ms: number) => (clock.now = new Date(clock.now.getTime() + ms))
const runsOf = async (period: string) => (await province().call('runs', { period })).runs

/** One platform in a transaction, and no time but for the first two: they are worked on at once. */
const short = (): Running => ({
  ...{ database, now: clock.now, personId: null, budgetMs: 0, group: 1 },
  report: (error) => {
    throw error
  },
})
const events = async (period: string, platformId: string) => {
  const result = (await inForce(period)).find((row) => row.platform_id === platformId)
  return (result?.facts as { matchingEvents?: number } | undefined)?.matchingEvents
}

beforeAll(async () => {
  await approved(eventOn('2023-01-10'))
  await approved(eventOn('2023-02-10'), 'p-zhuzhou')
})

describe('a run that is out of time', () => {
  it('says how far it is, refuses to be frozen, and the next call goes on from there', async () => {
    expect(await runPeriod(short(), '2023-01')).toMatchObject({ platforms: 4, done: 2, finished: false })
    expect(await runsOf('2023-01')).toMatchObject([{ state: 'interrupted', done: 2, of: 4, by: null }])
    expect((await province().refused('freeze', { period: '2023-01' })).code).toBe('STATE_NOT_POSSIBLE')
    expect(await province().call('run', { period: '2023-01' })).toMatchObject({
      ...{ done: 4, finished: true, changed: 4, failed: [] },
    })
    expect(await runsOf('2023-01')).toMatchObject([{ state: 'finished', done: 4, of: 4, changed: 4 }])
    expect((await inForce('2023-01')).map((row) => row.platform_id)).toHaveLength(4)
  })

  it('is finished by the timer', async () => {
    await runPeriod(short(), '2023-02')
    const timer = createFunction(everything.dependencies(() => null, true))
    expect(await timer({ Type: 'Timer', TriggerName: 'daily' })).toMatchObject({ ok: true })
    expect(await runsOf('2023-02')).toMatchObject([{ state: 'finished', done: 4 }])
    expect(await duePeriods(database, clock.now)).toEqual([])
  })

  it('takes in an approval of a platform still to come; one of a platform that is through makes the period due', async () => {
    const [through, toCome] = [
      await push(eventOn('2023-03-05')),
      await push(eventOn('2023-03-06'), 'p-zhuzhou'),
    ]
    await runPeriod(short(), '2023-03')
    await approve(through)
    await approve(toCome)
    later(1_000)
    await province().call('run', { period: '2023-03' })
    expect([await events('2023-03', 'p-changsha'), await events('2023-03', 'p-zhuzhou')]).toEqual([1, 2])
    expect(await duePeriods(database, clock.now)).toContain('2023-03')
    await province().call('run', { period: '2023-03' })
    expect([await events('2023-03', 'p-changsha'), await events('2023-03', 'p-zhuzhou')]).toEqual([2, 2])
  })
})

describe('a run that is killed', () => {
  /** The database as a call sees it that dies before its nth query: nothing comes through from then on. */
  function dyingAt(n: number): Database {
    let left = n
    return database.withPlugin({
      transformQuery: ({ node }) => {
        if (left <= 0) throw new Error('killed')
        left -= 1
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
  }
  const clean = async () => {
    await database.deleteFrom('run_platforms').execute()
    await database.deleteFrom('runs').where('period', '=', '2023-02').execute()
    await database.deleteFrom('results').where('period', '=', '2023-02').execute()
    await database.deleteFrom('month_tallies').execute()
  }

  it('at any query is gone on with once its call can no longer live, and ends like one that was not', async () => {
    const essence = async () =>
      (await inForce('2023-02')).map(({ platform_id, digest, card }) => [platform_id, digest, card])
    const whole = await essence()
    expect(whole).toHaveLength(4)
    let killed = 0
    for (let n = 1; ; n += 8) {
      await clean()
      const died = await runPeriod({ ...short(), database: dyingAt(n), budgetMs: Infinity }, '2023-02').then(
        () => false,
        () => true,
      )
      if (!died) break
      killed += 1
      if ((await runsOf('2023-02')).some(({ state }) => state === 'running')) {
        expect((await province().refused('run', { period: '2023-02' })).code).toBe('RUN_UNDER_WAY')
        later(60_000)
      }
      // At the very last query the run itself is over, and another call begins the next one.
      const over = (await runsOf('2023-02')).some(({ state }) => state === 'finished')
      await province().call('run', { period: '2023-02' })
      const runs = (await runsOf('2023-02')).slice(over ? 1 : 0)
      expect(runs).toMatchObject([{ state: 'finished', done: 4, changed: 4, failed: [] }])
      expect(await essence()).toEqual(whole)
    }
    expect(killed).toBeGreaterThan(3)
  }, 60_000)

  it('and lives longer than it may does nothing once another call has taken over', async () => {
    await clean()
    const take = async () => {
      const run = await takeRun(database, { period: '2023-02', platforms: 4, by: null, now: clock.now })
      if (!run) throw new Error('under way')
      return run
    }
    const stale = await take()
    later(60_000)
    const taken = await take()
    expect([taken.id === stale.id, taken.hold === stale.hold]).toEqual([true, false])
    const advance = (run: typeof stale) =>
      transact(database, (trx) => advanceRun(trx, run, { platformIds: ['p-zhuzhou'] }))
    await expect(advance(stale)).rejects.toThrow('another call goes on')
    expect(await runsOf('2023-02')).toMatchObject([{ state: 'running', done: 0 }])
    await advance(taken)
    expect(await runsOf('2023-02')).toMatchObject([{ state: 'running', done: 1 }])
  })
})

it('an approval between the runs of two periods of one instant makes the earlier one due, and keeps it from being frozen', async () => {
  const before = await events('2023-01', 'p-changsha')
  await province().call('run', { period: '2023-01' })
  await approved(eventOn('2023-01-20'))
  // The clock stands still: the run of the later period tallies January anew, in the instant of the earlier run.
  await province().call('run', { period: '2023-04' })
  expect(await duePeriods(database, clock.now)).toContain('2023-01')
  expect((await province().refused('freeze', { period: '2023-01' })).message).toContain('请重新计算再冻结')
  await province().call('run', { period: '2023-01' })
  expect(await events('2023-01', 'p-changsha')).toBe((before ?? 0) + 1)
  expect(await duePeriods(database, clock.now)).not.toContain('2023-01')
})

it('a change that changes no card is noted, so that the period is neither due for ever nor kept from being frozen', async () => {
  await database
    .insertInto('month_versions')
    .values({ platform_id: 'p-changsha', month: '2023-01' })
    .onConflict((conflict) =>
      conflict
        .columns(['platform_id', 'month'])
        .doUpdateSet((eb) => ({ version: eb('month_versions.version', '+', 1) })),
    )
    .execute()
  expect(await duePeriods(database, clock.now)).toContain('2023-01')
  expect(await province().call('run', { period: '2023-01' })).toMatchObject({ changed: 0 })
  expect(await duePeriods(database, clock.now)).not.toContain('2023-01')
})

it('a demand due in a year without a holiday table stops no run, and its node says that it is undecided', async () => {
  const period = { from: '2098-01-01', to: '2098-12-31' }
  await storeRubric(database, 'hunan-2023-city', { version: '2098', period })
  clock.now = new Date('2099-01-10T02:00:00Z')
  const times = { receivedAt: '2098-12-31T01:00:00Z', publishedAt: '2099-01-05T01:00:00Z' }
  const record = await push({ ...demand(), ...times } as Parameters<typeof push>[0])
  await approve(record)
  expect(await province().call('run', { period: '2098-12' })).toMatchObject({ finished: true, failed: [] })
  const { rows } = await standing('老周').call('behind', {
    ...{ platformId: 'p-changsha', period: '2098-12', node: 'loan/target/demand-publishing' },
  })
  expect(rows).toMatchObject([{ counts: false, why: expect.stringContaining('缺少该年节假日安排') }])
})
