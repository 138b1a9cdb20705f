/**
 * A release opens what the one before it wrote, and goes on serving the phones that still run it: its database, its
 * phone's storage, its requests and its phone's own code (see last-release/README.md).
 */
import { z } from 'zod'
import type { Main } from '../../cloudfunctions/backend'
import { makePosters } from '../../src/phone/posters'
import { draft, settle } from '../phone/world'
import { fakeClock } from '../phone/world/clock'
import { openPhone } from '../phone/world/machine'
import { fakeStorage } from '../phone/world/storage'
import { activity, everyFunction, openidOf, world, type Name } from './harness'
import { changedMigrations, keptStorage, recordedRequests, releasedPhone, restore } from './last-release/read'

jest.setTimeout(300_000)
const everything = world()
const { database } = everything
let caller: { openid: string | null; byTimer: boolean } = { openid: null, byTimer: false }
const mains: Record<string, Main> = everyFunction({
  ...everything.dependencies(() => null),
  identity: () => caller,
})
const released = releasedPhone()

beforeEach(async () => {
  await restore(database)
})

it('leaves every migration of the last release as it was', () => {
  expect(changedMigrations()).toEqual([])
})

/** Texts that stand at the same place in two answers and differ: what the server makes up, such as ids and codes. */
function learn(before: unknown, now: unknown, made: Map<string, string>): void {
  if (typeof before === 'string' && typeof now === 'string') {
    if (before !== now && before.length > 7) made.set(before, now)
  } else if (before !== null && now !== null && typeof before === 'object' && typeof now === 'object') {
    for (const [key, value] of Object.entries(before)) learn(value, Reflect.get(now, key), made)
  }
}

async function resultIds(): Promise<string[]> {
  const results = database.selectFrom('results').select('id')
  const inOrder = results.orderBy('period').orderBy('platform_id').orderBy('computed_at')
  return (await inOrder.execute()).map(({ id }) => id)
}

it('answers every request of the last release, in a form that it can read', async () => {
  const made = new Map<string, string>()
  const wrong: unknown[] = []
  for (const { now, openid, byTimer, name, event, answer, results } of recordedRequests()) {
    caller = { openid, byTimer }
    everything.clock.now = new Date(now)
    const input = JSON.parse(
      JSON.stringify(event.input ?? null, (_, value: unknown) =>
        typeof value === 'string' ? (made.get(value) ?? value) : value,
      ),
    ) as unknown
    const main = mains[name]
    const given: unknown = JSON.parse(JSON.stringify(await main?.({ ...event, input })))
    const schema = z.object({ ok: z.literal(answer.ok), data: z.unknown() })
    const parsed = schema.safeParse(given)
    const actions: Record<string, Record<string, { output: z.ZodType }>> = released.contract
    const output = actions[name]?.[event.action]?.output.safeParse(parsed.data?.data)
    if (!parsed.success || (answer.ok && output?.success !== true))
      wrong.push({ asked: `${name}.${event.action}`, input, given, unread: output?.error?.issues })
    else learn(answer.data, parsed.data.data, made)
    if (results) learn(results, await resultIds(), made)
  }
  expect(wrong).toEqual([])
})

const clock = fakeClock(Date.parse('2023-06-20T03:30:00Z'))
const sendAs = (who: Name) => async (name: string, request: unknown) => {
  caller = { openid: openidOf(who), byTimer: false }
  everything.clock.now = new Date(clock.now())
  return JSON.parse(
    JSON.stringify(await mains[name]?.(JSON.parse(JSON.stringify(request)) as never)),
  ) as unknown
}
/** A database answers in its own time. */
async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !holds(); turn += 1) {
    await settle()
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  await settle()
}

/** 阿丽's phone with the storage of the last release, and the photo that it had taken. */
function reopened(storage = fakeStorage(new Map(Object.entries(keptStorage())))) {
  const bytes = Uint8Array.from({ length: 60 }, (_, index) => index)
  const ids = [...storage.content.keys()].filter((key) => key.startsWith('photo/'))
  const files = new Map(ids.map((key) => [key.slice('photo/'.length), bytes]))
  return {
    storage,
    machine: { storage, files, timers: clock, uploads: [], choose: () => [] },
  }
}

it('opens the storage of a phone of the last release, offline, and sends what waited in it', async () => {
  const { machine, storage } = reopened()
  let online = false
  const send = sendAs('阿丽')
  const phone = openPhone({
    ...machine,
    send: (name, request) => (online ? send(name, request) : Promise.reject(new Error('offline'))),
  })
  await settle()
  expect(phone.keep.health.get().damaged).toEqual([])
  expect(phone.session.store.get().me?.name).toBe('阿丽')
  expect(phone.progress.store.get().live?.progress.platform.id).toBe('p-changsha')
  const titles = phone.records.get().map(({ state, title }) => `${state} ${title}`)
  expect(titles).toEqual(
    expect.arrayContaining([
      'queued 没有网络时的活动',
      'failed 被撤回后又改的活动',
      'draft 没写完的活动',
      'submitted 已上传的活动',
    ]),
  )
  expect(phone.confirmations.kept.get()).toHaveLength(1)
  expect(phone.entries.store.get().kept).toHaveLength(1)
  expect(phone.photos.store.get().photos.size).toBe(1)
  const sent = phone.records.get().find(({ title }) => title === '已上传的活动')?.id ?? ''
  expect(phone.ask('records', 'get', { id: sent }).store.get().status).toBe('kept')
  expect(phone.ask('review', 'history', { id: sent }).store.get().status).toBe('kept')
  expect(makePosters(phone.call, phone.keep, clock.now).kept(sent)).not.toBeNull()
  expect(phone.choices.get('activity')).toEqual({ category: 'matching' })
  expect(phone.forms.get('self-assessment')).toEqual({ text: '没写完的自评' })

  online = true
  phone.network(true)
  const waits = () => [...storage.content.keys()].filter((key) => /^(outbox|entry|confirmation)\//.test(key))
  await until(
    () => waits().length === 1 && [...phone.photos.store.get().photos.values()][0]?.attached === true,
  )
  // Only what the server had refused before still waits for the person.
  expect(waits()).toEqual([expect.stringContaining('outbox/')])
  const stored = await database.selectFrom('records').select(['payload']).execute()
  expect(JSON.stringify(stored)).toContain('没有网络时的活动')
  expect([...phone.photos.store.get().photos.values()][0]?.attached).toBe(true)
  expect(phone.keep.health.get().damaged).toEqual([])
})

it('serves the phone of the last release itself', async () => {
  const { machine, storage } = reopened()
  const phone = openPhone({ ...machine, send: sendAs('阿丽'), make: released.makePhone })
  const waits = () => [...storage.content.keys()].filter((key) => /^(outbox|entry|confirmation)\//.test(key))
  await until(() => waits().length === 1)
  expect(phone.session.store.get().status).toBe('ready')
  expect(phone.known.store.get()).toMatchObject({ failure: null, pulling: false })
  const id = draft('0188d6be-ab80-7000-8000-000000000001', { platformId: 'p-changsha' })
  phone.saveRecord(id, activity({ title: '旧版记下的活动' }))
  await until(() => waits().length === 1)
  expect(waits()).toHaveLength(1)
  await phone.refresh()
  expect(phone.progress.store.get()).toMatchObject({ status: 'ready', failure: null })
  expect(phone.records.get().find(({ title }) => title === '旧版记下的活动')).toMatchObject({
    state: 'submitted',
    unsent: false,
  })
})
