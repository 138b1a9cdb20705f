/** The overview when nobody has decided for a long time: it shows how much waits instead of failing for it. */
import { sql } from 'kysely'
import { evaluatedWorld, eventOn } from './evaluating'

const { database, clock, standing, push } = evaluatedWorld()
const BACKLOG = 50_000
const PIECE = 5_000

beforeAll(async () => {
  clock.now = new Date('2023-05-17T02:00:00Z')
  const { id } = await push({ ...eventOn('2023-05-10'), attendances: 12 })
  // In pieces that a busy machine takes in within the time limit of a query.
  for (let from = 1; from < BACKLOG; from += PIECE) {
    await sql`
      insert into records (platform_id, id, kind, month, date, revision, hash, payload, state, submitted_by,
        filled_at, received_at, change, flags_version)
      select platform_id, gen_random_uuid(), kind, month, date, revision, hash, payload, state, submitted_by,
        filled_at, received_at, change + number, flags_version
      from records cross join generate_series(${from}::integer, ${Math.min(from + PIECE, BACKLOG) - 1}::integer) as number
      where id = ${id}::uuid`.execute(database)
  }
  await sql`
    insert into record_flags (platform_id, record_id, kind, count)
    select platform_id, id, 'declared', 12 from records where id <> ${id}::uuid`.execute(database)
}, 60_000)

it('counts fifty thousand waiting activities and those with flags', async () => {
  const { rows } = await standing('省平台').call('overview', {})
  expect(rows.find(({ platform }) => platform.id === 'p-changsha')).toMatchObject({
    // Each declares a dozen enterprises of which nobody has confirmed.
    ...{ waiting: BACKLOG, overdue: 0, signed: BACKLOG },
  })
}, 60_000)
