/** A rubric by which records count on another day than that of the act: they count in that month, once, and say so. */
import { evaluatedWorld, eventOn, storeRubric } from './evaluating'
import { revised } from './harness'

const { clock, database, evaluate, standing, push, approve, approved, inForce, records } = evaluatedWorld()
const at = (day: string) => (clock.now = new Date(`${day}T02:00:00Z`))
const valid = { conferred: 'valid', valid: 'valid', named: 'valid' }

beforeAll(async () => {
  await storeRubric(database, 'hunan-2023-city', {
    version: 'by-entry',
    dating: { records: 'entry', honours: { choose: 'honourDate', of: valid } },
  })
})

/** Of the month itself, and of the year up to it. */
async function run(period: string) {
  await evaluate('省平台').call('run', { period })
  const result = (await inForce(period)).find(({ platform_id }) => platform_id === 'p-changsha')
  return [result?.increment, result?.facts].map((facts) => {
    const { matchingEvents, honours } = facts as { matchingEvents: number; honours: string[] }
    return { events: matchingEvents, honours: honours.length }
  })
}

test('an event counts in the month of its entry, whatever the month that it was held in', async () => {
  at('2023-01-05')
  await approved(eventOn('2022-12-20'))
  at('2023-04-02')
  const late = await push(eventOn('2023-03-30'))
  await approved(eventOn('2023-04-01'))
  at('2023-05-02')
  await approve(late)
  expect(await run('2023-01')).toEqual([
    { events: 1, honours: 0 },
    { events: 1, honours: 0 },
  ])
  expect(await run('2023-03')).toEqual([
    { events: 0, honours: 0 },
    { events: 1, honours: 0 },
  ])
  expect(await run('2023-04')).toEqual([
    { events: 2, honours: 0 },
    { events: 3, honours: 0 },
  ])
})

test('an event that is sent again stays where it was entered first', async () => {
  at('2023-05-03')
  const sent = await push(eventOn('2023-05-01'))
  at('2023-06-10')
  const again = revised(sent, eventOn('2023-06-01'))
  const { results } = await records('阿丽').call('push', { records: [again] })
  expect(results[0]?.outcome).toBe('stored')
  await approve(again)
  expect(await run('2023-05')).toEqual([
    { events: 1, honours: 0 },
    { events: 4, honours: 0 },
  ])
})

test('an honour conferred before counts from the first day of a period in which it is valid', async () => {
  at('2023-06-20')
  await approved({
    kind: 'honour',
    honour: 'service-star',
    title: '服务之星',
    issuer: '省工信厅',
    conferredOn: '2021-11-11',
    validUntil: '2024-11-10',
    story: '',
    proof: '证书',
    photos: [],
  })
  expect(await run('2023-01')).toEqual([
    { events: 1, honours: 1 },
    { events: 1, honours: 1 },
  ])
})

test('the rows behind a point are those that count up to the period asked for', async () => {
  const rowsOf = async (period: string) => {
    const { rows } = await standing('省平台').call('behind', {
      platformId: 'p-changsha',
      node: 'loan/events',
      period,
    })
    return rows.map(({ date, counts }) => [date, counts])
  }
  expect(await rowsOf('2023-01')).toEqual([['2022-12-20', true]])
  expect(await rowsOf('2023-04')).toEqual([
    ['2023-04-01', true],
    ['2023-03-30', true],
    ['2022-12-20', true],
  ])
})

test('what waits for review is part of the progress from its entry on', async () => {
  at('2023-07-01')
  await push(eventOn('2022-12-31'))
  const { approved: tallied, pending } = await standing('阿丽').call('progress', { platformId: 'p-changsha' })
  expect([tallied.facts.matchingEvents, pending.facts.matchingEvents]).toEqual([
    { sum: 4_000_000 },
    { sum: 1_000_000 },
  ])
})
