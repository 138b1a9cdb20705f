/**
 * The host dies again and again in the middle of steady work with records and photos. What it has acknowledged is
 * there afterwards, once and whole; what it has not may be sent again. A start takes seconds, so that a usual run
 * has twelve deaths; DEATHS=50 takes its time.
 */
import { execFileSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { connect, databaseSettings } from '../../cloudfunctions/backend'
import { migrate } from '../../cloudfunctions/backend/migrations'
import { startHost, type RunningHost } from '../../cloudfunctions/local'
import { setUpProvince } from '../../cloudfunctions/local/commands/set-up-province'
import { openDatabase } from '../../cloudfunctions/local/database'
import { activity, record } from '../functions/harness/records'
import { newFolder, removeFolders, root } from './folders'
import { actAs, json, send } from './requests'

jest.setTimeout(900_000)
let host: RunningHost
afterAll(async () => {
  await host.kill()
  removeFolders()
})

const deaths = Number(process.env.DEATHS ?? 12)
const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
const platformId = 'kill-city'
const clients = ['preview-kill-1', 'preview-kill-2', 'preview-kill-3']

type Sent = { record: ReturnType<typeof record>; photo: Buffer | null }
const sent = new Map<string, Sent>()
const acknowledged = new Set<string>()

test('a host that is killed loses nothing that it has acknowledged, and doubles nothing', async () => {
  const functions = newFolder()
  execFileSync(process.execPath, [join('config', 'build-functions.mjs'), functions], { cwd: root })
  const folder = newFolder()
  await inDatabase(folder, async (database) => {
    await migrate(database)
    await setUpProvince(database, province, new Date())
  })
  const start = () => startHost({ folder, functions, seed: null })
  host = await start()
  await hire(host)
  for (let death = 1; death <= deaths; death += 1) {
    // Some die at the first write, others under full load; a little later than an answer, so anywhere in the next.
    const enough = acknowledged.size + Math.floor(Math.random() * 12)
    const work = clients.map((openid) => workUntilItDies(host, openid))
    while (acknowledged.size < enough) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
    await host.kill()
    await Promise.all(work)
    host = await start()
  }

  expect(acknowledged.size).toBeGreaterThan(deaths)
  const kept = await pullAll(host)
  expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length)
  const there = new Map(kept.map((each) => [each.id, each]))
  for (const id of acknowledged) expect(there.get(id)).toMatchObject({ revision: 1, missingPhotos: [] })
  for (const { id, hash } of kept) expect(hash).toBe(sent.get(id)?.record.hash)

  // What got no answer is sent again, as a phone does.
  for (const each of sent.values()) await save(host, clients[0] ?? '', each)
  const all = await pullAll(host)
  expect(all.map(({ id }) => id).sort()).toEqual([...sent.keys()].sort())
  for (const { record: each, photo } of sent.values()) {
    const [named] = 'photos' in each.payload ? each.payload.photos : []
    if (photo && named) expect((await send(host.url, `/files/${named.id}`)).body.equals(photo)).toBe(true)
  }
  const progress = z
    .object({ pendingRecords: z.number() })
    .parse(await actAs(host.url, clients[0] ?? '', 'standing', 'progress', { platformId }))
  expect(progress.pendingRecords).toBe(sent.size)
  await host.stop()

  await inDatabase(folder, async (database) => {
    const count = async (table: 'records' | 'record_revisions' | 'photos') =>
      Number(
        (
          await database
            .selectFrom(table)
            .select(({ fn }) => fn.countAll().as('n'))
            .executeTakeFirst()
        )?.n,
      )
    const submitted = await database
      .selectFrom('audit_log')
      .select('subject')
      .where('action', '=', 'submit')
      .execute()
    const withPhoto = [...sent.values()].filter(({ photo }) => photo !== null).length
    expect([await count('records'), await count('record_revisions'), submitted.length]).toEqual(
      Array(3).fill(sent.size),
    )
    expect(await count('photos')).toBe(withPhoto)
  })
  console.info(`${deaths} deaths, ${acknowledged.size} of ${sent.size} records acknowledged at first`)
})

const province = {
  platforms: [
    {
      id: 'kill-province',
      name: '湖南省平台',
      tier: 'province' as const,
      areaCode: '430000',
      parentId: null,
    },
    {
      id: platformId,
      name: '长沙市窗口平台',
      tier: 'city' as const,
      areaCode: '430100',
      parentId: 'kill-province',
    },
  ],
  rubrics: [{ rubric: 'hunan-2023-city', year: String(year), settings: {} }],
  province: ['preview-kill-province'],
}

async function inDatabase(folder: string, work: (database: ReturnType<typeof connect>) => Promise<void>) {
  const local = await openDatabase(join(folder, 'database'))
  const database = connect(databaseSettings(local.environment))
  try {
    await work(database)
    local.markReady()
  } finally {
    await database.destroy()
    await local.close()
  }
}

async function hire({ url }: RunningHost): Promise<void> {
  for (const openid of clients) {
    const invitation = { role: 'staff', platformId, areaCode: null, days: 7 }
    const { code } = z
      .object({ code: z.string() })
      .parse(await actAs(url, 'preview-kill-province', 'session', 'invite', invitation))
    await actAs(url, openid, 'session', 'join', { code, name: '窗口工作人员' })
  }
}

async function workUntilItDies(host: RunningHost, openid: string): Promise<void> {
  for (;;) {
    const made = make()
    sent.set(made.record.id, made)
    try {
      await save(host, openid, made)
    } catch (error) {
      // Only of a host that is gone; any answer of a living one is looked at.
      if (/ECONN|EPIPE|socket hang up/.test(String(error))) return
      throw error
    }
    acknowledged.add(made.record.id)
  }
}

/** Every third record has a photo. */
function make(): Sent {
  const photo = sent.size % 3 === 0 ? Buffer.from(randomUUID().repeat(2_000)) : null
  const now = new Date(Date.now() - 60_000).toISOString()
  const held = activity({ startsAt: now, endsAt: now })
  const made = record({ platformId, payload: held })
  if (!photo) return { record: made, photo }
  const photos = [
    { id: randomUUID(), sha256: createHash('sha256').update(photo).digest('hex'), size: photo.length },
  ]
  return { record: record({ platformId, payload: { ...held, photos } }), photo }
}

const results = z.object({
  results: z.array(z.object({ outcome: z.enum(['stored', 'repeated']) })).length(1),
})

async function save({ url }: RunningHost, openid: string, { record: made, photo }: Sent): Promise<void> {
  results.parse(await actAs(url, openid, 'records', 'push', { records: [made] }))
  const [named] = 'photos' in made.payload ? made.payload.photos : []
  if (!photo || !named) return
  const stored = await send(url, `/files/${named.id}`, {
    method: 'PUT',
    headers: { 'x-preview-openid': openid },
    body: photo,
  })
  const { fileId } = z.object({ fileId: z.string() }).parse(json(stored))
  await actAs(url, openid, 'records', 'attachPhoto', { recordId: made.id, photo: named, fileId })
}

const page = z.object({
  records: z.array(
    z.object({ id: z.string(), hash: z.string(), revision: z.number(), missingPhotos: z.array(z.string()) }),
  ),
  cursor: z.string().nullable(),
  more: z.boolean(),
})

async function pullAll({ url }: RunningHost) {
  const all: z.infer<typeof page>['records'] = []
  let cursor: string | null = null
  for (let more = true; more;) {
    const next: z.infer<typeof page> = page.parse(
      await actAs(url, clients[0] ?? '', 'records', 'pull', { platformId, cursor }),
    )
    all.push(...next.records)
    ;({ cursor, more } = next)
  }
  return all
}
