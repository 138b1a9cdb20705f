/** More records than a function can hold: read a page at a time, kept as they are tallied, and counted each once. */
import { sql } from 'kysely'
import type { Database } from '../../cloudfunctions/backend'
import { runPeriod } from '../../cloudfunctions/evaluate/run-period'
import { evaluatedWorld, eventOn } from './evaluating'

const { database, clock, inForce, approved } = evaluatedWorld()
const MANY = 12_000
const PAGE = 5_000

let change = 10

/** Copies of an approved record in a month. */
async function multiply(id: string, month: string, many: number): Promise<void> {
  await sql`
    insert into records (platform_id, id, kind, month, date, revision, hash, payload, state, submitted_by,
      filled_at, received_at, decided_by, decided_at, approved_attendances, change)
    select platform_id, gen_random_uuid(), kind, ${month}, ${`${month}-10`}, 1, hash, payload, state, submitted_by,
      filled_at, received_at, decided_by, decided_at, approved_attendances, ${change}::integer + number
    from records cross join generate_series(1, ${many}) as number where id = ${id}::uuid`.execute(database)
  change += many
}

beforeAll(async () => {
  const { id } = await approved(eventOn('2023-01-10'))
  // In pieces that a busy machine takes in within the time limit of a query.
  for (const many of [4_000, 4_000, 3_999]) await multiply(id, '2023-01', many)
  for (const month of ['2023-02', '2023-03']) await multiply(id, month, 3_000)
}, 60_000)

it('tallies a month of more records than are held at once, call by call, and counts each once', async () => {
  let most = 0
  const watched: Database = database.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      most = Math.max(most, result.rows.length)
      return Promise.resolve(result)
    },
  })
  const running = {
    ...{ database: watched, now: clock.now, personId: null, budgetMs: 0 },
    report: (error: unknown) => {
      throw error
    },
  }
  const calls: boolean[] = []
  do calls.push((await runPeriod(running, '2023-03')).finished)
  while (calls.at(-1) === false && calls.length < 20)
  // A portion a call: January alone, February and March, which are too much together, and the scores.
  expect(calls.length).toBeGreaterThan(2)
  expect(calls.at(-1)).toBe(true)
  expect(most).toBeLessThanOrEqual(PAGE)
  const result = (await inForce('2023-03')).find(({ platform_id }) => platform_id === 'p-changsha')
  expect(result?.facts).toMatchObject({ matchingEvents: MANY + 6_000 })
}, 120_000)
