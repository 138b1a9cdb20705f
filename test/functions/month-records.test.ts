/** However many records there are, a run reads those of the months that it wants, and no others. */
import { sql } from 'kysely'
import { transact, type Trx } from '../../cloudfunctions/backend'
import { approvedPage, countRecords, readRecords } from '../../cloudfunctions/backend/tallies'
import { evaluatedWorld, eventOn } from './evaluating'

const { database, approved } = evaluatedWorld()
const PLATFORMS = 40
const EACH_MONTH = 100
const months = Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, '0')}`)
const wanted = Array.from({ length: 32 }, (_, at) => ({ platformId: `p-many-${at}`, month: '2023-12' }))

beforeAll(async () => {
  const { id } = await approved(eventOn('2023-01-10'))
  await sql`
    insert into platforms (id, name, tier, area_code, parent_id, created_at)
    select 'p-many-' || number, '示例平台 ' || number, tier, (990000 + number)::text, parent_id, created_at
    from platforms cross join generate_series(0, ${PLATFORMS - 1}) as number where id = 'p-changsha'`.execute(
    database,
  )
  // In pieces that a busy machine takes in within the time limit of a query.
  for (const month of months) {
    await sql`
      insert into records (platform_id, id, kind, month, date, revision, hash, payload, state, submitted_by,
        filled_at, received_at, decided_by, decided_at, approved_attendances, change)
      select 'p-many-' || platform, gen_random_uuid(), kind, ${month}, ${`${month}-10`}, 1, hash, payload, state,
        submitted_by, filled_at, received_at, decided_by, decided_at, approved_attendances,
        ${months.indexOf(month) * EACH_MONTH}::integer + number
      from records cross join generate_series(0, ${PLATFORMS - 1}) as platform
        cross join generate_series(1, ${EACH_MONTH}) as number
      where id = ${id}::uuid`.execute(database)
  }
  await sql`analyze records`.execute(database)
}, 60_000)

/** How many rows of the table a piece of work makes the database look at. */
async function lookedAt(work: (trx: Trx) => Promise<unknown>): Promise<number> {
  return transact(database, async (trx) => {
    const rowsSoFar = async () => {
      const { rows } = await sql<{ rows: number }>`
        select (seq_tup_read + coalesce(idx_tup_fetch, 0))::integer as rows
        from pg_stat_xact_user_tables where relname = 'records'`.execute(trx)
      return rows[0]?.rows ?? Number.NaN
    }
    const before = await rowsSoFar()
    await work(trx)
    return (await rowsSoFar()) - before
  })
}

const all = wanted.length * EACH_MONTH

it.each([
  ['a page of the approved ones', (trx: Trx) => approvedPage(trx, wanted, undefined, 5_000)],
  ['all in some states', (trx: Trx) => readRecords(trx, wanted, ['approved', 'submitted'])],
])('reads %s of 32 platform-months by looking at these months alone', async (_what, work) => {
  expect(await lookedAt(work)).toBe(all)
})

it('counts those of 32 platform-months by looking at no others', async () => {
  // At none at all where the index suffices.
  expect(await lookedAt((trx) => countRecords(trx, wanted))).toBeLessThanOrEqual(all)
})

it('finds each of them once, also when a month is asked for twice', async () => {
  const twice = [...wanted, ...wanted]
  const found = await readRecords(database, twice, ['approved'])
  expect(new Set(found.map(({ id }) => id)).size).toBe(all)
  expect(found).toHaveLength(all)
  expect([...(await countRecords(database, twice)).values()]).toEqual(wanted.map(() => EACH_MONTH))
})
