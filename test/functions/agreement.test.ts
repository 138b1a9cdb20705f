/**
 * One rubric and one scoring code give the same number on the phone and in the cloud: the card that the phone
 * shows once it has synced equals the stored, authoritative card byte for byte.
 */
import fc from 'fast-check'
import { newId } from '../../src/phone/ids'
import {
  activityCategories,
  activityRoles,
  campaigns,
  canonicalJson,
  demandTypes,
  honourKinds,
  type PushedRecord,
  type RecordPayload,
} from '../../src/shared/records'
import { emptyTally } from '../../src/shared/scoring'
import { transact } from '../../cloudfunctions/backend'
import { addGradeCuts } from '../../cloudfunctions/backend/filings'
import { draft } from '../phone/world'
import { settle } from '../phone/world/clock'
import type { OpenedPhone } from '../phone/world/machine'
import { fileReport } from './evaluating'
import { activity } from './harness'
import { phonesWorld } from './phones/world'

const { everything, database, clock, handset, evaluate, approve, giveBack, inForce } = phonesWorld()

const platformIds = ['p-changsha', 'p-changsha-county', 'p-zhuzhou'] as const
type PlatformId = (typeof platformIds)[number]

const day = fc
  .integer({ min: 0, max: 150 })
  .map((days) => new Date(Date.UTC(2023, 0, 2 + days, 1)).toISOString())
const text = fc.constantFrom('', '有')

const anActivity = fc
  .record({
    category: fc.constantFrom(...activityCategories),
    role: fc.constantFrom(...activityRoles),
    campaign: fc.constantFrom(...campaigns),
    published: fc.boolean(),
    attendances: fc.integer({ min: 0, max: 300 }),
    announcement: text,
    outcome: text,
    startsAt: day,
  })
  .map((changes): RecordPayload => activity({ ...changes, endsAt: changes.startsAt }))
const enterprise = { name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' }
const aDemand = fc
  .record({
    demand: fc.constantFrom(...demandTypes),
    at: day,
    after: fc.option(fc.integer({ min: 0, max: 100 })),
  })
  .map(({ demand, at, after }): RecordPayload => ({
    kind: 'demand',
    demand,
    enterprise,
    amount: 100,
    purpose: '',
    receivedAt: at,
    publishedAt: after === null ? null : new Date(Date.parse(at) + after * 3_600_000).toISOString(),
    channel: 'provincial',
  }))
const aTransaction = fc.record({ at: day, both: fc.boolean() }).map(({ at, both }): RecordPayload => ({
  kind: 'transaction',
  enterprise,
  service: '财税咨询',
  order: 'A-1',
  completedAt: at,
  confirmedByBoth: both,
}))
const anHonour = fc
  .record({ honour: fc.constantFrom(...honourKinds), at: day, story: fc.constantFrom('', '甲', '乙') })
  .map(({ honour, at, story }): RecordPayload => ({
    kind: 'honour',
    honour,
    title: '示例荣誉',
    issuer: '省工信厅',
    conferredOn: at.slice(0, 10),
    story,
    proof: '',
    photos: [],
  }))
const step = fc.record({
  payload: fc.oneof({ weight: 4, arbitrary: anActivity }, aDemand, aTransaction, anHonour),
  platformId: fc.constantFrom(...platformIds),
  decision: fc.constantFrom('approve', 'approve', 'return', 'leave'),
})
const reported = fc.record({
  month: fc.constantFrom('2023-01', '2023-02', '2023-03'),
  platformId: fc.constantFrom('p-changsha', 'p-changsha-county'),
  registrations: fc.integer({ min: 0, max: 500 }),
})
const target = fc.option(fc.integer({ min: 0, max: 1_000 }))
const points = fc.option(fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2))

const staff = { 'p-changsha': '阿丽', 'p-changsha-county': '小吴', 'p-zhuzhou': '老李' } as const

const phones = new Map<PlatformId, OpenedPhone>()
beforeAll(async () => {
  for (const platformId of platformIds) phones.set(platformId, handset(staff[platformId]).open())
  await passAMinute()
}, 60_000)

function phoneOf(platformId: PlatformId): OpenedPhone {
  const phone = phones.get(platformId)
  if (!phone) throw new Error(`no phone of ${platformId}`)
  return phone
}

/** Whatever phones have to send is sent meanwhile; the rest of the world's clock goes along. */
async function passAMinute(): Promise<void> {
  await clock.pass(60_000)
  everything.clock.now = new Date(clock.now())
}

/** All versions that were recorded, by the record's id. */
const recorded = new Map<string, PushedRecord>()

/** Records it on the phone, as its form does; the version that is to be sent. */
function save(payload: RecordPayload, platformId: PlatformId): PushedRecord {
  const phone = phoneOf(platformId)
  const id = newId(clock.now())
  phone.saveRecord(draft(id, { platformId }), payload)
  const item = phone.outbox.items.get().get(id)
  if (!item) throw new Error('the phone has not taken the record')
  recorded.set(id, item.record)
  return item.record
}

/** What the phone shows after it has synced. */
async function shownOn(platformId: PlatformId) {
  const phone = phoneOf(platformId)
  await phone.refresh()
  const { status, live } = phone.progress.store.get()
  expect({ status, unsent: phone.outbox.items.get().size }).toEqual({ status: 'ready', unsent: 0 })
  if (!live) throw new Error('the phone shows nothing')
  return live
}
const phoneCard = async (platformId: PlatformId) => canonicalJson((await shownOn(platformId)).counted)

it('agrees for any records, whatever was decided about them', async () => {
  let cards = 0
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 12 }),
      fc.array(reported, { maxLength: 2 }),
      target,
      points,
      async (steps, reports, stated, judged) => {
        const saved = steps.map((one) => ({ ...one, record: save(one.payload, one.platformId) }))
        await passAMinute()
        for (const { payload, record, decision } of saved) {
          const attendances = payload.kind === 'activity' ? Math.max(0, payload.attendances - 1) : null
          if (decision === 'approve') await approve(record, attendances)
          if (decision === 'return') await giveBack(record)
        }
        for (const { month, platformId, registrations } of reports) {
          const due = { '2023-01': '2023-02', '2023-02': '2023-03', '2023-03': '2023-04' }[month] ?? ''
          await fileReport(database, platformId, month, `${due}-05T16:00:00Z`, `${due}-03T00:00:00Z`, {
            registrations,
          })
        }
        const province = evaluate('省平台')
        const about = { platformId: 'p-changsha', year: '2023' }
        if (stated !== null) {
          await province.call('state', {
            ...about,
            name: 'registrationTarget',
            value: stated,
            source: '文件',
          })
        }
        if (judged !== null) {
          const mark = { criterion: 'daily/coordination', points: judged, reason: '评定' }
          await province.call('mark', { ...about, ...mark })
        }
        await passAMinute()
        // The phone first: it must not need a run to have taken place.
        const before: string[] = []
        for (const platformId of platformIds) before.push(await phoneCard(platformId))
        await province.call('run', { period: '2023-06' })
        const stored = await inForce('2023-06')
        for (const [place, platformId] of platformIds.entries()) {
          const card = stored.find(({ platform_id }) => platform_id === platformId)?.card
          expect(before[place]).toBe(card)
          expect(await phoneCard(platformId)).toBe(card)
          cards += 1
          seen.add(card ?? '')
        }
      },
    ),
    { numRuns: 12 },
  )
  // Not the same empty card over and over.
  expect(cards).toBeGreaterThanOrEqual(36)
  expect(seen.size).toBeGreaterThan(12)
}, 240_000)

it('agrees on what is pending: once all of it is approved as declared, the card is the one that was foretold', async () => {
  const platformId = 'p-zhuzhou'
  for (const payload of fc.sample(anActivity, { numRuns: 8, seed: 20230620 })) save(payload, platformId)
  // Foretold at once, and the same when all of it waits on the server.
  await settle()
  const beforeSending = canonicalJson(phoneOf(platformId).progress.store.get().live?.onTheWay)
  await passAMinute()
  const { progress, counted, onTheWay } = await shownOn(platformId)
  expect(progress.pending).not.toEqual(emptyTally)
  expect(progress.pendingRecords).toBeGreaterThanOrEqual(8)
  const foretold = canonicalJson(onTheWay)
  expect(beforeSending).toBe(foretold)
  expect(canonicalJson(counted)).not.toBe(foretold)
  const waiting = await database
    .selectFrom('records')
    .select('id')
    .where('platform_id', '=', platformId)
    .where('state', '=', 'submitted')
    .execute()
  for (const { id } of waiting) {
    const record = recorded.get(id)
    if (record) await approve(record)
  }
  await evaluate('省平台').call('run', { period: '2023-06' })
  const stored = (await inForce('2023-06')).find(({ platform_id }) => platform_id === platformId)
  expect(stored?.card).toBe(foretold)
}, 60_000)

it('agrees with the annual evaluation once it has begun, whatever cut lines are in force', async () => {
  const { id: by } = await database.selectFrom('people').select('id').limit(1).executeTakeFirstOrThrow()
  const reasons = new Set<unknown>()
  let version = 0
  // None at first: then the lines are taken back and drawn again.
  for (const lines of [[], [60, 0], [], [90.5, 80, 0]]) {
    version += 1
    const cuts = lines.map((from, place) => ({ grade: 'ABC'[place] ?? 'D', from }))
    for (const tier of ['city', 'county'] as const) {
      const set = { year: '2023', tier, version, cuts, reason: '等级划分', by, at: new Date(clock.now()) }
      await transact(database, (trx) => addGradeCuts(trx, set))
    }
    await evaluate('省平台').call('run', { period: '2023' })
    const stored = await inForce('2023')
    for (const platformId of platformIds) {
      const card = await phoneCard(platformId)
      expect(card).toBe(stored.find(({ platform_id }) => platform_id === platformId)?.card)
      reasons.add(/"gradeWhy":"[^"]*"/.exec(card)?.[0])
    }
  }
  expect(reasons).toContain('"gradeWhy":"尚未设定等级分数线"')
  expect(reasons.size).toBeGreaterThan(1)
}, 60_000)
