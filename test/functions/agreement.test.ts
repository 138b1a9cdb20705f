/**
 * One rubric and one scoring code give the same number on the phone and in the cloud: the card that the phone
 * makes from the answer of `standing.progress` equals the stored, authoritative card byte for byte.
 */
import fc from 'fast-check'
import { parseRubric } from '../../src/shared/rubric'
import {
  activityCategories,
  activityRoles,
  campaigns,
  canonicalJson,
  demandTypes,
  honourKinds,
  type RecordPayload,
} from '../../src/shared/records'
import { emptyTally, factsOf, mergeTallies, score } from '../../src/shared/scoring'
import { transact } from '../../cloudfunctions/backend'
import { addGradeCuts } from '../../cloudfunctions/backend/filings'
import { evaluatedWorld, fileReport } from './evaluating'
import { activity } from './harness'

const { database, clock, evaluate, standing, push, approve, giveBack, inForce } = evaluatedWorld()
clock.now = new Date('2023-06-20T02:00:00Z')

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
  platformId: fc.constantFrom('p-changsha', 'p-changsha-county', 'p-zhuzhou'),
  decision: fc.constantFrom('approve', 'approve', 'return', 'leave'),
})
const reported = fc.record({
  month: fc.constantFrom('2023-01', '2023-02', '2023-03'),
  platformId: fc.constantFrom('p-changsha', 'p-changsha-county'),
  registrations: fc.integer({ min: 0, max: 500 }),
})
const target = fc.option(fc.integer({ min: 0, max: 1_000 }))
const points = fc.option(fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2))

const watched = { 'p-changsha': '阿丽', 'p-changsha-county': '小吴', 'p-zhuzhou': '老李' } as const

async function phoneCard(platformId: keyof typeof watched): Promise<string> {
  const phone = standing(watched[platformId])
  const progress = await phone.call('progress', { platformId })
  const { id, version } = progress.rubric
  const { document } = await phone.call('rubric', { id, version })
  // As it comes over the wire.
  const rubric = parseRubric(JSON.parse(JSON.stringify(document)))
  return canonicalJson(
    score(rubric, factsOf(rubric, progress.approved), { cuts: progress.cuts ?? undefined }),
  )
}

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
        for (const { payload, platformId, decision } of steps) {
          const record = await push(payload, platformId)
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
        clock.now = new Date(clock.now.getTime() + 1_000)
        // The phone first: it must not need a run to have taken place.
        const platformIds = ['p-changsha', 'p-changsha-county', 'p-zhuzhou'] as const
        const before = await Promise.all(platformIds.map(phoneCard))
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
  const waiting = []
  for (const payload of fc.sample(anActivity, { numRuns: 8, seed: 20230620 })) {
    waiting.push(await push(payload, platformId))
  }
  const {
    rubric: reference,
    approved,
    pending,
    pendingRecords,
  } = await standing('老李').call('progress', { platformId })
  expect(pending).not.toEqual(emptyTally)
  expect(pendingRecords).toBeGreaterThanOrEqual(8)
  const { id, version } = reference
  const { document } = await standing('老李').call('rubric', { id, version })
  const rubric = parseRubric(document)
  const foretold = canonicalJson(score(rubric, factsOf(rubric, mergeTallies(approved, pending))))
  const rows = await database
    .selectFrom('records')
    .select(['id', 'revision'])
    .where('platform_id', '=', platformId)
    .where('state', '=', 'submitted')
    .execute()
  for (const row of rows) {
    const known = waiting.find(({ id }) => id === row.id)
    await approve({ ...waiting[0]!, ...(known ?? {}), id: row.id, revision: row.revision })
  }
  await evaluate('省平台').call('run', { period: '2023-06' })
  const stored = (await inForce('2023-06')).find(({ platform_id }) => platform_id === platformId)
  expect(stored?.card).toBe(foretold)
}, 60_000)

it('agrees with the annual evaluation once it has begun, whatever cut lines are in force', async () => {
  const { id: by } = await database.selectFrom('people').select('id').limit(1).executeTakeFirstOrThrow()
  const platformIds = ['p-changsha', 'p-changsha-county', 'p-zhuzhou'] as const
  const reasons = new Set<unknown>()
  let version = 0
  // None at first: then the lines are taken back and drawn again.
  for (const lines of [[], [60, 0], [], [90.5, 80, 0]]) {
    version += 1
    const cuts = lines.map((from, place) => ({ grade: 'ABC'[place] ?? 'D', from }))
    for (const tier of ['city', 'county'] as const) {
      const set = { year: '2023', tier, version, cuts, reason: '等级划分', by, at: clock.now }
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
