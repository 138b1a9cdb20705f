/**
 * The database fails in the middle of each action that writes: at every message of the call once before it arrives and
 * once after, when its answer is lost. The caller is told to try later; either everything was written or nothing;
 * trying again does it once.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { connect, databaseSettings } from '../../cloudfunctions/backend'
import type { FunctionName } from '../../src/shared/contract'
import { evaluatedWorld } from './evaluating'
import { activity, everyFunction, openidOf, record, type Name } from './harness'
import { faultyProxy, type Fault, type FaultyProxy } from './harness/faulty-proxy'

jest.setTimeout(300_000)
const world = evaluatedWorld()
const { everything, database, clock, push } = world

let proxy: FaultyProxy
let faulty: ReturnType<typeof connect>
const settings = databaseSettings({
  ...process.env,
  PGPOOL_MAX: '2',
  PGCONNECT_TIMEOUT: '1',
  PGQUERY_TIMEOUT: '1',
})
beforeAll(async () => {
  clock.now = new Date('2023-06-20T02:00:00Z')
  proxy = await faultyProxy({ host: settings.PGHOST, port: settings.PGPORT })
  faulty = connect({ ...settings, PGHOST: '127.0.0.1', PGPORT: proxy.port })
})
afterAll(async () => {
  await faulty.destroy()
  await proxy.close()
})

type Request = { who: Name; name: FunctionName; action: string; input: unknown }
type Writing = {
  make: () => Promise<Request>
  /** Where trying again after a lost answer adds a second one that does no harm, as an invitation that nobody has. */
  twice?: true
}

const pushed = () => push(activity())
const held = () => push(activity({ startsAt: '2023-06-20T01:00:00Z', endsAt: '2023-06-20T04:00:00Z' }))
const enterprise = { name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' }
const stated = { platformId: 'p-changsha', year: '2023' }

const writing: Record<string, Writing> = {
  'records.push': {
    make: async () => ({
      who: '阿丽',
      name: 'records',
      action: 'push',
      input: { records: [record(), record()] },
    }),
  },
  'records.withdraw': {
    make: async () => {
      const { id, revision } = await pushed()
      return { who: '阿丽', name: 'records', action: 'withdraw', input: { id, revision, reason: '重复' } }
    },
  },
  'review.approve': {
    make: async () => {
      const { id, revision } = await pushed()
      const input = { id, revision, approvedAttendances: null }
      return { who: '小陈', name: 'review', action: 'approve', input }
    },
  },
  'review.return': {
    make: async () => {
      const { id, revision } = await pushed()
      return { who: '小陈', name: 'review', action: 'return', input: { id, revision, reason: '请补充材料' } }
    },
  },
  'confirm.issueCode': {
    make: async () => {
      const input = { activityId: (await held()).id, kind: 'poster' }
      return { who: '阿丽', name: 'confirm', action: 'issueCode', input }
    },
    twice: true,
  },
  'confirm.enter': {
    make: async () => {
      const entry = { id: randomUUID(), enterprise, source: 'staff-entry', at: '2023-06-20T02:00:00Z' }
      const input = { activityId: (await held()).id, entries: [entry] }
      return { who: '阿丽', name: 'confirm', action: 'enter', input }
    },
  },
  'session.invite': {
    make: async () => {
      const input = { role: 'staff', platformId: 'p-changsha', areaCode: null, days: 7 }
      return { who: '老周', name: 'session', action: 'invite', input }
    },
    twice: true,
  },
  'evaluate.state': {
    make: async () => {
      const input = { ...stated, name: 'registrationTarget', value: 100, source: '文件' }
      return { who: '省平台', name: 'evaluate', action: 'state', input }
    },
    twice: true,
  },
}

const direct = (request: Request) => call(database, request)
const throughProxy = (request: Request) => call(faulty, request)
async function call(through: typeof database, { who, name, action, input }: Request) {
  const dependencies = { ...everything.dependencies(() => openidOf(who)), database: through }
  return everyFunction(dependencies)[name]({ action, input })
}

/** Rows of each table and a digest of them all; without the counts of tries, which stay of a refused call too. */
async function state(): Promise<{ rows: Record<string, number>; digest: string }> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%' and tablename <> 'rate_limits' order by 1`.execute(
    database,
  )
  const parts = tables.map(
    ({ name }) => sql`select ${name} as name, count(*)::int as rows,
      md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${sql.table(name)} t`,
  )
  const { rows } = await sql<{
    name: string
    rows: number
    digest: string
  }>`${sql.join(parts, sql` union all `)}`.execute(database)
  return {
    rows: Object.fromEntries(rows.map((row) => [row.name, row.rows])),
    digest: rows.map(({ digest }) => digest).join(),
  }
}
type State = Awaited<ReturnType<typeof state>>

/** Rows added to each table that got some. */
function added(from: State, to: State): Record<string, number> {
  const all = Object.entries(to.rows).map(([name, rows]): [string, number] => [
    name,
    rows - (from.rows[name] ?? 0),
  ])
  return Object.fromEntries(all.filter(([, rows]) => rows !== 0))
}

test.each(Object.entries(writing))(
  '%s is done wholly or not at all, and once when tried again',
  async (_, { make, twice }) => {
    proxy.set(null)
    // The first of its kind leaves more than the others; it also makes the connections.
    await throughProxy(await make())
    const measured = await make()
    const start = await state()
    proxy.set(null)
    expect(await throughProxy(measured)).toMatchObject({ ok: true })
    const whole = added(start, await state())
    const messages = proxy.messages()
    expect(messages).toBeGreaterThan(2)

    const faults: Fault[] = Array.from({ length: messages }, (_each, index) => index + 1).flatMap(
      (message): Fault[] => [
        { kind: 'cut-before', message },
        { kind: 'cut-after', message },
      ],
    )
    for (const fault of faults) {
      const request = await make()
      const before = await state()
      proxy.set(fault)
      const answer = await throughProxy(request)
      proxy.set(null)
      const after = await state()
      const written = after.digest !== before.digest
      const where = JSON.stringify(fault)
      expect([where, answer]).toMatchObject([
        where,
        { ok: false, error: { code: 'UNAVAILABLE', retry: 'later' } },
      ])
      if (written) expect([where, added(before, after)]).toEqual([where, whole])
      expect([where, await throughProxy(request)]).toMatchObject([where, { ok: true }])
      const times = written && twice ? 2 : 1
      const expected = Object.fromEntries(Object.entries(whole).map(([name, rows]) => [name, rows * times]))
      expect([where, added(before, await state())]).toEqual([where, expected])
    }
  },
)

describe('every action', () => {
  const reading: Request = {
    who: '阿丽',
    name: 'records',
    action: 'pull',
    input: { platformId: 'p-changsha', cursor: null },
  }
  it.each([
    ['that cannot reach the server', { kind: 'refuse' }],
    ['that the server has no connection for', { kind: 'full' }],
    ['whose server answers nothing at first', { kind: 'stall', message: 1 }],
    ['whose server stops answering in the middle', { kind: 'stall', message: 3 }],
  ] satisfies [string, Fault][])(
    '%s says to try later, soon, and works once that is over',
    async (_, fault) => {
      const writes = await writing['review.approve']?.make()
      for (const request of writes ? [reading, writes] : []) {
        proxy.set(fault)
        const began = performance.now()
        expect(await throughProxy(request)).toMatchObject({
          ok: false,
          error: { code: 'UNAVAILABLE', retry: 'later' },
        })
        // Both time limits are a second here.
        expect(performance.now() - began).toBeLessThan(4_000)
        proxy.set(null)
        expect(await throughProxy(request)).toMatchObject({ ok: true })
      }
    },
  )

  it('notices nothing of a server that was restarted between two calls', async () => {
    proxy.set(null)
    expect(await throughProxy(reading)).toMatchObject({ ok: true })
    proxy.set(null) // every connection of the pool is broken now
    expect(await throughProxy(reading)).toMatchObject({ ok: true })
    expect(await direct(reading)).toMatchObject({ ok: true })
  })
})
