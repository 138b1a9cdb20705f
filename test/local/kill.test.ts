/**
 * The host dies again and again in the middle of steady work: records, photos, entries, approvals, evaluations. What it
 * has acknowledged is there afterwards, once and whole; what it has not may be sent again; and the sums are those of
 * the rows. Two hosts at once, each with a folder of its own, since a death is mostly waiting for the next start.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { connect, databaseSettings } from '../../cloudfunctions/backend'
import { migrate } from '../../cloudfunctions/backend/migrations'
import { startHost, type RunningHost } from '../../cloudfunctions/local'
import { setUpProvince } from '../../cloudfunctions/local/commands/set-up-province'
import { openDatabase } from '../../cloudfunctions/local/database'
import { contract } from '../../src/shared/contract'
import { rubricById } from '../../src/shared/rubric'
import { factsOf } from '../../src/shared/scoring'
import { newFolder, removeFolders, root } from './folders'
import { actAs, send } from './requests'
import { clients, evaluate, platformId, province, steadyLoad } from './steady-load'

jest.setTimeout(1_800_000)
const running = new Set<RunningHost>()
afterAll(async () => {
  await Promise.all([...running].map((host) => host.kill()))
  removeFolders()
})

const deaths = Number(process.env.DEATHS ?? 50)
const shanghai = new Date(Date.now() + 8 * 3_600_000).toISOString()
const month = shanghai.slice(0, 7)

test('a host that is killed loses nothing that it has acknowledged, doubles nothing, and its sums are right', async () => {
  const functions = newFolder()
  execFileSync(process.execPath, [join('config', 'build-functions.mjs'), functions], { cwd: root })
  const counts = await Promise.all([
    die(Math.ceil(deaths / 2), functions),
    die(Math.floor(deaths / 2), functions),
  ])
  console.info(counts.join('\n'))
})

async function die(times: number, functions: string): Promise<string> {
  const folder = newFolder()
  await inDatabase(folder, async (database) => {
    await migrate(database)
    await setUpProvince(database, settings, new Date())
  })
  const start = async () => {
    const host = await startHost({ folder, functions, seed: null })
    running.add(host)
    return host
  }
  let host = await start()
  await hire(host)
  const load = steadyLoad(month)
  const { sent, acknowledged, carryOut, untilItDies } = load
  const done = () => acknowledged.saved.size + acknowledged.entered.size + acknowledged.approved.size
  for (let death = 1; death <= times; death += 1) {
    // Some die at the first write, others under full load; a little later than an answer, so anywhere in the next.
    const enough = done() + Math.floor(Math.random() * 24)
    const work = Promise.all(clients.map((openid) => untilItDies(host, openid)))
    const until = async () => {
      while (done() < enough) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    // An answer that nobody expects ends the test at once.
    await Promise.race([until(), work])
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
    await host.kill()
    running.delete(host)
    await work
    host = await start()
  }
  const atFirst = `${times} deaths, ${acknowledged.saved.size} of ${sent.size} records acknowledged at first`

  expect(acknowledged.saved.size).toBeGreaterThan(times)
  const kept = await pullAll(host)
  expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length)
  const there = new Map(kept.map((each) => [each.id, each]))
  for (const id of acknowledged.saved)
    expect(there.get(id)).toMatchObject({ revision: 1, missingPhotos: [], hash: sent.get(id)?.record.hash })
  for (const id of acknowledged.approved)
    expect(there.get(id)?.state).toBe(sent.get(id)?.approve ? 'approved' : 'submitted')
  for (const { id, hash } of kept) expect(hash).toBe(sent.get(id)?.record.hash)
  for (const id of acknowledged.entered) {
    const entry = sent.get(id)?.entry
    if (entry) expect((await participationsOf(host, id)).map((each) => each.id)).toEqual([entry])
  }

  // What got no answer is sent again, as a phone does.
  for (const each of sent.values()) await carryOut(host, clients[0], each)
  const all = await pullAll(host)
  expect(all.map(({ id }) => id).sort()).toEqual([...sent.keys()].sort())
  for (const { record: each, photo } of sent.values()) {
    const [named] = 'photos' in each.payload ? each.payload.photos : []
    if (photo && named) expect((await send(host.url, `/files/${named.id}`)).body.equals(photo)).toBe(true)
  }
  const whole = [...sent.values()]
  const count = (which: (each: (typeof whole)[number]) => boolean) => whole.filter(which).length
  const approved = count(({ approve }) => approve)

  const sums = await sumsOf(host)
  await host.stop()
  running.delete(host)
  await inDatabase(folder, async (database) => {
    const rows = async (table: 'records' | 'record_revisions' | 'photos' | 'participations') =>
      (
        await database
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .execute()
      )[0]?.n
    const entries = async (action: string) =>
      (await database.selectFrom('audit_log').select('subject').where('action', '=', action).execute()).length
    expect([await rows('records'), await rows('record_revisions')]).toEqual([sent.size, sent.size])
    expect([await entries('submit'), await entries('approve')]).toEqual([sent.size, approved])
    expect(await rows('photos')).toBe(count(({ photo }) => photo !== null))
    expect(await rows('participations')).toBe(count(({ entry }) => entry !== null))
    // As if nothing had ever been tallied: the sums are made of the rows again.
    await database.deleteFrom('month_tallies').execute()
  })
  const again = await start()
  expect(await sumsOf(again)).toEqual(sums)
  await again.stop()
  running.delete(again)
  expect(sums.pendingRecords).toBe(sent.size - approved)
  // Each record declares 12 家次, and is approved as declared.
  expect(sums.attendances).toBe(12 * approved)
  return atFirst
}

/** The result of the month with everything that counts, and what waits. */
async function sumsOf(host: RunningHost) {
  const { url } = host
  // Twice: the first may only end a run that was killed, and that was through with the platform before the last records.
  for (let times = 0; times < 2; times += 1) {
    let run = await evaluate(host, month)
    // One that was killed in the middle of a run holds it for a minute.
    for (; run === null; run = await evaluate(host, month))
      await new Promise((resolve) => setTimeout(resolve, 500))
    expect([run.finished, run.failed]).toEqual([true, []])
  }
  const { progress } = contract.standing
  const { approved, pending, pendingRecords } = progress.output.parse(
    await actAs(url, clients[0], 'standing', 'progress', { platformId }),
  )
  const { results } = contract.evaluate.results.output.parse(
    await actAs(url, province, 'evaluate', 'results', { period: month, tier: 'city' }),
  )
  const [result] = results
  const facts = factsOf(rubricById('hunan-2023-city'), approved)
  return {
    ...{ approved, pending, pendingRecords, attendances: facts.enterpriseAttendances },
    ...{ results: results.length, total: result?.total, digest: result?.digest },
  }
}

async function participationsOf({ url }: RunningHost, activityId: string) {
  const { list } = contract.confirm
  return list.output.parse(await actAs(url, clients[0], 'confirm', 'list', { activityId })).participations
}

const settings = {
  platforms: [
    {
      id: 'kill-province',
      name: '湖南省平台',
      tier: 'province' as const,
      areaCode: '430000',
      parentId: null,
    },
    {
      ...{ id: platformId, name: '长沙市窗口平台', tier: 'city' as const },
      ...{ areaCode: '430100', parentId: 'kill-province' },
    },
  ],
  rubrics: [{ rubric: 'hunan-2023-city', year: month.slice(0, 4), settings: {} }],
  province: [province],
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
      .parse(await actAs(url, province, 'session', 'invite', invitation))
    await actAs(url, openid, 'session', 'join', { code, name: '窗口工作人员' })
  }
}

async function pullAll({ url }: RunningHost) {
  const { output } = contract.records.pull
  const all: z.infer<typeof output>['records'] = []
  let cursor: string | null = null
  for (let more = true; more;) {
    const next: z.infer<typeof output> = output.parse(
      await actAs(url, clients[0], 'records', 'pull', { platformId, cursor }),
    )
    all.push(...next.records)
    ;({ cursor, more } = next)
  }
  return all
}
