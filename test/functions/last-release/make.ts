/**
 * Makes what the next release is tested against. It runs as a test in a checkout of the release itself, so that its
 * own code writes the database, the phone's storage and the requests; `make.sh` puts it there.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type * as Backend from '../../../cloudfunctions/backend'
import { grantMembership, transact, whoIs } from '../../../cloudfunctions/backend'
import { newId } from '../../../src/phone/ids'
import { makePosters } from '../../../src/phone/posters'
import { draft, settle } from '../../phone/world'
import { fakeClock } from '../../phone/world/clock'
import { openPhone } from '../../phone/world/machine'
import { fakeStorage } from '../../phone/world/storage'
import { fuzzedProvince } from '../fuzz/province'
import { validRequests } from '../fuzz/valid'
import { activity, demand, everyFunction, openidOf, type Name } from '../harness'

type Recorded = {
  now: string
  openid: string | null
  byTimer: boolean
  name: string
  event: unknown
  answer: unknown
  /** Ids of the results afterwards, in an order of their own: requests name them, and no answer tells all. */
  results?: string[]
}
const mockRecorded: Recorded[] = []

jest.mock('../../../cloudfunctions/backend', () => {
  const backend = jest.requireActual<typeof Backend>('../../../cloudfunctions/backend')
  const serve: typeof backend.serve = (name, contract, handlers, dependencies) => {
    const main = backend.serve(name, contract, handlers, dependencies)
    return async (event) => {
      const { openid, byTimer } = dependencies.identity()
      const now = dependencies.clock().toISOString()
      const sent = JSON.parse(JSON.stringify(event)) as unknown
      const entry: Recorded = { now, openid, byTimer, name, event: sent, answer: null }
      mockRecorded.push(entry)
      const answer = await main(event)
      entry.answer = JSON.parse(JSON.stringify(answer)) as unknown
      if (name === 'evaluate') {
        const results = dependencies.database.selectFrom('results').select('id')
        const inOrder = results.orderBy('period').orderBy('platform_id').orderBy('computed_at')
        entry.results = (await inOrder.execute()).map(({ id }) => id)
      }
      return answer
    }
  }
  return { ...backend, serve }
})

const out = process.env.LAST_RELEASE ?? __dirname
const write = (name: string, value: unknown) =>
  writeFileSync(join(out, name), gzipSync(JSON.stringify(value), { level: 9 }))
const world = fuzzedProvince()
const { everything, database } = world

async function dump(): Promise<Record<string, unknown>> {
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(database)
  const rows: Record<string, unknown> = {}
  for (const { name } of tables.rows) {
    const found = await sql<{ rows: unknown }>`select coalesce(json_agg(to_jsonb(t)), '[]') as rows
      from ${sql.table(name)} t`.execute(database)
    rows[name] = found.rows[0]?.rows
  }
  return rows
}

/** A phone in the middle of everything: each kind of thing that it can hold is there. */
async function holdEverything(): Promise<Record<string, string>> {
  const clock = fakeClock(Date.parse('2023-06-20T03:00:00Z'))
  everything.clock.now = new Date(clock.now())
  let openid: string | null = null
  let online = true
  const mains = everyFunction(everything.dependencies(() => openid))
  const storage = fakeStorage()
  const chosen = [Uint8Array.from({ length: 60 }, (_, index) => index)]
  const send = (who: Name) => async (name: string, request: { action: string; input: unknown }) => {
    if (!online) throw new Error('offline')
    openid = openidOf(who)
    const main = mains[name as keyof typeof mains]
    return JSON.parse(JSON.stringify(await main(request))) as unknown
  }
  const open = (who: Name) =>
    openPhone({
      ...{ send: send(who), storage, timers: clock, files: new Map(), uploads: [], choose: () => chosen },
    })
  /** The database answers in its own time. */
  const rest = async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      await settle()
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
  const phone = open('阿丽')
  await rest()
  const day = { startsAt: '2023-06-20T01:00:00Z', endsAt: '2023-06-20T04:00:00Z' }
  const keep = (id: string, change: Parameters<typeof activity>[0]) =>
    phone.saveRecord(draft(id, { platformId: 'p-changsha' }), activity({ ...day, ...change }))
  const sent = newId(clock.now())
  keep(sent, { title: '已上传的活动' })
  await rest()
  await phone.ask('records', 'get', { id: sent }).load()
  await phone.ask('standing', 'periods', {}).load()
  await phone.ask('review', 'history', { id: sent }).load()
  await phone.ask('confirm', 'list', { activityId: sent }).load()
  await makePosters(phone.call, phone.keep, clock.now).issue(sent, null)
  const { token } = await phone.call('confirm', 'issueCode', { activityId: sent, kind: 'rotating' })
  // Refused: a colleague has withdrawn it meanwhile.
  const refused = newId(clock.now())
  keep(refused, { title: '被撤回的活动' })
  await rest()
  await phone.call('records', 'withdraw', { id: refused, revision: 1, reason: '重复填报' })
  keep(refused, { title: '被撤回后又改的活动' })
  await rest()
  online = false
  const waiting = newId(clock.now())
  await phone.photos.add(waiting, 'album', 0, (photo) => void (pictures = [photo]))
  keep(waiting, { title: '没有网络时的活动', photos: pictures })
  phone.saveRecord(draft(newId(clock.now()), { platformId: 'p-changsha', kind: 'demand' }), demand())
  phone.entries.add(waiting, [
    { enterprise: { name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' }, source: 'staff-entry' },
  ])
  const unfinished = draft(newId(clock.now()), {
    platformId: 'p-changsha',
    fields: { title: '没写完的活动' },
  })
  phone.drafts.change(unfinished)
  phone.drafts.flush()
  phone.choices.put('activity', { category: 'matching' })
  phone.forms.put('self-assessment', { text: '没写完的自评' })
  phone.enterprises.remember([{ name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' }])
  const enterprise = { name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' }
  void phone.confirmations.confirm({ token, enterprise, chosen: true, title: '已上传的活动', place: null })
  await rest()
  return Object.fromEntries(storage.content)
}
let pictures: ReturnType<typeof activity>['photos'] = []

/** Some requests are made by a manager whom the cast does not have, and who is granted without a request. */
async function grantCountyManager(): Promise<void> {
  const { person } = await whoIs(database, openidOf('小吴'))
  const manager = { personId: person.id, role: 'manager', platformId: 'p-changsha-county' } as const
  const granted = { areaCode: null, grantedBy: null, now: new Date('2023-01-01T00:00:00Z') }
  await transact(database, (trx) => grantMembership(trx, { ...manager, ...granted }))
}

test('the release writes what the next one is tested against', async () => {
  await grantCountyManager()
  const storage = await holdEverything()
  const folder = join(__dirname, '../../../cloudfunctions/backend/migrations')
  const migrations = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  const digests = migrations.map((file) => [
    file,
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex'),
  ])
  write('database.json.gz', { migrations: Object.fromEntries(digests), rows: await dump() })
  write('storage.json.gz', storage)

  let openid: string | null = null
  const mains = everyFunction(everything.dependencies(() => openid))
  mockRecorded.length = 0
  for await (const { who, name, action, input } of validRequests(world)) {
    openid = who === null ? null : openidOf(who)
    everything.clock.now = new Date(everything.clock.now.getTime() + 10_000)
    const answer = await mains[name]({ action, input })
    if (!answer.ok) throw new Error(`${name}.${action} ${JSON.stringify(answer)}`)
  }
  write('requests.json.gz', mockRecorded)
}, 600_000)
