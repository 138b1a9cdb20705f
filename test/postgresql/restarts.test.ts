/**
 * A real PostgreSQL that is restarted, stopped, slow, or out of connections in the middle of work: the caller is told to
 * try later, what was acknowledged is there, and nothing is half done.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { connect, databaseSettings } from '../../cloudfunctions/backend'
import { migrate } from '../../cloudfunctions/backend/migrations'
import { contract, type Answer } from '../../src/shared/contract'
import { evaluatedWorld } from '../functions/evaluating'
import { everyFunction, openidOf, record } from '../functions/harness'
import { ownServer } from './server'

jest.setTimeout(180_000)
const server = ownServer({ connections: 30 })
Object.assign(process.env, server.variables)
beforeAll(async () => {
  await server.create()
  await migrate(database)
})
const { everything, database } = evaluatedWorld()
afterAll(() => server.remove())

const settings = databaseSettings({
  ...process.env,
  PGPOOL_MAX: '2',
  PGCONNECT_TIMEOUT: '2',
  PGQUERY_TIMEOUT: '2',
})
const unavailable = { ok: false, error: { code: 'UNAVAILABLE', retry: 'later' } }

const pushing = (through: typeof database, made: ReturnType<typeof record>) =>
  everyFunction({ ...everything.dependencies(() => openidOf('阿丽')), database: through }).records({
    action: 'push',
    input: { records: [made] },
  })
const outcomeOf = (answer: Answer<unknown>) =>
  answer.ok ? contract.records.push.output.parse(answer.data).results[0]?.outcome : answer.error.code
const codeSeen = () => everything.log.filter(({ level }) => level === 'error').at(-1)?.error?.code

/** A client of its own, besides the pools. */
async function client(): Promise<Client> {
  const made = new Client({
    host: '127.0.0.1',
    port: settings.PGPORT,
    user: 'postgres',
    database: 'postgres',
  })
  made.on('error', () => undefined)
  await made.connect()
  return made
}

/** Rows of each record in the three tables to which a push adds one each. */
async function rowsOf(ids: readonly string[]): Promise<number[][]> {
  const records = await database.selectFrom('records').select('id').execute()
  const revisions = await database.selectFrom('record_revisions').select('record_id as id').execute()
  const entries = await database.selectFrom('audit_log').select('subject as id').execute()
  const counts = [records, revisions, entries].map((rows) => {
    const count = new Map<string | null, number>()
    for (const { id } of rows) count.set(id, (count.get(id) ?? 0) + 1)
    return count
  })
  return ids.map((id) => counts.map((count) => count.get(id) ?? 0))
}

/** Works on a pool that knows no connection yet. */
async function onFreshPool(work: (fresh: typeof database) => Promise<void>): Promise<void> {
  const fresh = connect(settings)
  try {
    await work(fresh)
  } finally {
    await fresh.destroy()
  }
}

/** Sends a record while it is kept from being written, does something meanwhile, and gives the answer. */
async function whileHeldUp(
  through: typeof database,
  made: ReturnType<typeof record>,
  meanwhile: (other: Client) => Promise<void>,
): Promise<Answer<unknown>> {
  const holder = await client()
  const other = await client()
  try {
    await holder.query('begin')
    await holder.query('lock table platform_changes in access exclusive mode')
    const answer = pushing(through, made)
    await meanwhile(other)
    return await answer
  } finally {
    await holder.end()
    await other.end()
  }
}

const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and pid <> pg_backend_pid()`

describe('a call in the middle of which', () => {
  async function triedAgain(made: ReturnType<typeof record>): Promise<void> {
    expect(await rowsOf([made.id])).toEqual([[0, 0, 0]])
    await onFreshPool(async (fresh) => {
      expect(outcomeOf(await pushing(fresh, made))).toBe('stored')
    })
    expect(await rowsOf([made.id])).toEqual([[1, 1, 1]])
  }

  it('the server ends its connection is to be tried later, and has done nothing', async () => {
    const made = record()
    await onFreshPool(async (fresh) => {
      const answer = await whileHeldUp(fresh, made, async (other) => {
        while ((await other.query(waiting)).rowCount === 0) await wait(20)
        await other.query(`select pg_terminate_backend(pid) from (${waiting}) w`)
      })
      // What is logged is that the connection cannot even roll back any more.
      expect(answer).toMatchObject(unavailable)
    })
    await triedAgain(made)
  })

  it('the server is slower than the time limit is to be tried later, and has done nothing', async () => {
    const made = record()
    await onFreshPool(async (fresh) => {
      const began = performance.now()
      const answer = await whileHeldUp(fresh, made, () => wait(4_500))
      expect(answer).toMatchObject(unavailable)
      expect(performance.now() - began).toBeLessThan(8_000)
    })
    await triedAgain(made)
  })

  it('no connection is left (53300) is to be tried later', async () => {
    const made = record()
    const taken: Client[] = []
    try {
      for (;;) taken.push(await client())
    } catch (error) {
      expect(error).toMatchObject({ code: '53300' })
    }
    await onFreshPool(async (fresh) => {
      expect([await pushing(fresh, made), codeSeen()]).toMatchObject([unavailable, '53300'])
    })
    await Promise.all(taken.map((each) => each.end()))
    await triedAgain(made)
  })

  it('the server takes nobody any more because it stops (57P03) is to be tried later', async () => {
    const made = record()
    const there = await client()
    await server.stop('smart')
    await wait(200)
    await onFreshPool(async (fresh) => {
      expect([await pushing(fresh, made), codeSeen()]).toMatchObject([unavailable, '57P03'])
    })
    await there.end()
    await server.stop('fast').catch(() => undefined)
    await onFreshPool(async (fresh) => {
      expect([await pushing(fresh, made), codeSeen()]).toMatchObject([unavailable, 'ECONNREFUSED'])
    })
    await server.start()
    await triedAgain(made)
  })
})

test('six writers lose nothing while the server is restarted and stopped under them, and write nothing twice', async () => {
  const outcomes = new Map<string, number>()
  const acknowledged: string[] = []
  let slowest = 0
  let over = false
  /** As a phone does: what got no answer is sent again. */
  const save = async (made: ReturnType<typeof record>) => {
    for (;;) {
      const began = performance.now()
      const outcome = String(outcomeOf(await pushing(database, made)))
      slowest = Math.max(slowest, performance.now() - began)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (outcome !== 'UNAVAILABLE') return
      await wait(50)
    }
  }
  const writer = async () => {
    while (!over) {
      const made = record()
      await save(made)
      acknowledged.push(made.id)
    }
  }
  const writers = Array.from({ length: 6 }, writer)
  for (let round = 0; round < 9; round += 1) {
    await wait(200 + Math.random() * 400)
    if (round % 3 === 0) await server.restart('fast')
    else if (round % 3 === 1) await server.restart('immediate')
    else {
      await server.stop('fast')
      await wait(300)
      await server.start()
    }
  }
  over = true
  await Promise.all(writers)

  // A repeat is of a push whose answer was lost.
  for (const outcome of outcomes.keys()) expect(['stored', 'repeated', 'UNAVAILABLE']).toContain(outcome)
  expect(outcomes.get('UNAVAILABLE')).toBeGreaterThan(0)
  expect(slowest).toBeLessThan(15_000)
  expect(acknowledged.length).toBeGreaterThan(9)
  const rows = await rowsOf(acknowledged)
  expect(rows.filter((each) => each.join() !== '1,1,1')).toEqual([])
  const counts = [...outcomes].map(([outcome, count]) => `${outcome} ${count}`)
  console.info(`9 restarts, ${acknowledged.length} records: ${counts.join(', ')}`)
})
