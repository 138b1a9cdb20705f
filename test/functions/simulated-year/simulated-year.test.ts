/**
 * A year of the whole province through the functions, month by month, with late, missing, returned and corrected
 * items. At the end every result (month, quarter, year; frozen, corrected and provisional) equals what the raw rows
 * say on their own: frozen ones as the rows were when they were computed, provisional ones as they are at the end.
 */
import { monthsOf, nextMonth } from '../../../src/shared/calendar'
import { createFunction as createEvaluate } from '../../../cloudfunctions/evaluate/create-function'
import { yearOf } from './life'
import { places, provinceWorld } from './province'
import { rankAmong, recompute, type Expected } from './recompute'

const world = provinceWorld()
const { database, clock, evaluate, inForce, everything } = world
const year = yearOf(world)
const months = monthsOf('2023')
const quarters = ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4']
const periods = [...months, ...quarters, '2023']
const frozenSoon = ['2023-01', '2023-02', '2023-03', '2023-04', '2023-Q1', '2023-Q2']

/** What stands, by period: as it was computed for frozen ones, as it is at the end for the others. */
const expected = new Map<string, Map<string, Expected>>()
const replaced: { id: string; card: string }[] = []

async function run(period: string): Promise<void> {
  const province = evaluate('省平台')
  for (;;) if ((await province.call('run', { period })).finished) break
}

async function freeze(period: string): Promise<void> {
  await run(period)
  expected.set(period, await recompute(database, period, clock.now))
  await evaluate('省平台').call('freeze', { period })
}

/** The result of one platform is put right. */
async function correct(period: string): Promise<void> {
  const all = expected.get(period)
  const place = year.random.pick([places[1] ?? places[0]!, ...places.slice(2)])
  await year.approveLate(place, period)
  const old = (await inForce(period)).find(({ platform_id }) => platform_id === place.id)
  const now = (await recompute(database, period, clock.now)).get(place.id)
  if (!all || !old || !now) throw new Error(`nothing to correct in ${period}`)
  replaced.push({ id: old.id, card: old.card })
  await evaluate('省平台').call('correct', { resultId: old.id, reason: '补计一条记录' })
  all.set(place.id, now)
}

const timer = () =>
  createEvaluate(everything.dependencies(() => null, true))({ Type: 'Timer', TriggerName: 'daily' })

beforeAll(async () => {
  await year.stateYear('2023-01')
  for (const month of months) {
    await year.recordMonth(month)
    if (month === '2023-06') await year.stateYear('2023-06')
    await year.decideMonth(month)
    if (month === '2023-12') await year.markYear()
    await year.reportMonth(month)
    const next = nextMonth(month)
    year.at(`${next}-11`, '03:00')
    if (frozenSoon.includes(month)) {
      await freeze(month)
      year.at(`${next}-13`, '03:00')
      await correct(month)
    } else await run(month)
    const quarter = quarters[months.indexOf(month) / 3 - 2 / 3]
    year.at(`${next}-16`, '03:00')
    if (quarter !== undefined && frozenSoon.includes(quarter)) await freeze(quarter)
  }
  // The timer catches up on every period that is not frozen.
  year.at('2024-01-20', '02:30')
  const answer = await timer()
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  for (const period of periods) {
    if (!frozenSoon.includes(period)) expected.set(period, await recompute(database, period, clock.now))
  }
}, 600_000)

it.each(periods)(
  'has results of %s for every platform, and each says what the raw rows say',
  async (period) => {
    const wanted = [...(expected.get(period)?.values() ?? [])].sort((a, b) =>
      a.platformId < b.platformId ? -1 : 1,
    )
    expect(wanted).toHaveLength(places.length)
    const stored = await inForce(period)
    expect(stored.map((row) => [row.platform_id, Number(row.total)])).toEqual(
      wanted.map(({ platformId, total }) => [platformId, total]),
    )
    for (const [at, { platformId, facts, increment, card }] of wanted.entries()) {
      // As JSON in the database, so compared as such; the card byte by byte.
      expect({ platformId, facts: stored[at]?.facts, increment: stored[at]?.increment }).toEqual({
        platformId,
        facts: JSON.parse(facts),
        increment: JSON.parse(increment),
      })
      expect(stored[at]?.card).toBe(card)
    }
    const state = frozenSoon.includes(period) ? 'frozen' : 'provisional'
    expect(new Set(stored.map((row) => row.state))).toEqual(new Set([state]))
    for (const tier of ['province', 'city', 'county'] as const) {
      const { results } = await evaluate('省平台').call('results', { period, tier })
      const standing = results.filter((result) => result.state !== 'replaced')
      expect(new Map(standing.map(({ platformId, rank }) => [platformId, rank]))).toEqual(
        new Map(
          wanted
            .filter((each) => each.tier === tier)
            .map((each) => [each.platformId, rankAmong(each, wanted)]),
        ),
      )
    }
  },
)

it('keeps each result that was replaced as it was, with its reason in the one that stands', async () => {
  expect(replaced).toHaveLength(4)
  for (const { id, card } of replaced) {
    const rows = await database
      .selectFrom('results')
      .select(['id', 'card', 'state', 'replaces', 'reason'])
      .where((eb) => eb.or([eb('id', '=', id), eb('replaces', '=', id)]))
      .execute()
    expect(rows.find((row) => row.id === id)).toMatchObject({ card, state: 'replaced' })
    expect(rows.find((row) => row.replaces === id)).toMatchObject({ state: 'frozen', reason: '补计一条记录' })
  }
})

it('was a year in which everything happened that can', () => {
  for (const count of Object.values(year.done)) expect(count).toBeGreaterThan(10)
  const totals = [...(expected.get('2023')?.values() ?? [])].map(({ total }) => total)
  expect(new Set(totals).size).toBeGreaterThan(20)
})
