/** Criteria that cannot be computed are decided by the province. Refusals first. */
import { readCard, nodeOf } from '../../src/shared/scoring'
import { evaluatedWorld } from './evaluating'

const world = evaluatedWorld()
const { database, clock, evaluate } = world
const completion = 'loan/target/completion'
const of = { platformId: 'p-changsha', year: '2023', criterion: completion }
const given = { ...of, outcome: 20, reason: '没有下达任务', document: '湘平台函 1 号' }
const city = { tier: 'city', year: '2023' } as const
const province = () => evaluate('省平台')

async function computed() {
  await province().call('run', { period: '2023-05' })
  const result = (await world.inForce('2023-05')).find((each) => each.platform_id === 'p-changsha')
  const card = readCard(result?.card ?? '')
  if (!card || !result) throw new Error('no card')
  return { card, result, node: nodeOf(card, completion) }
}

beforeAll(async () => {
  clock.now = new Date('2023-06-01T02:00:00Z')
  const stated = { platformId: 'p-changsha', year: '2023', name: 'registrationTarget', value: 0 }
  await province().call('state', { ...stated, source: '没有下达任务' })
})

describe('refused', () => {
  it.each(['阿丽', '老周', '小陈', '王总', '路人'] as const)('to %s', async (who) => {
    expect((await evaluate(who).refused('decide', given)).code).toBe('NOT_ALLOWED')
    expect((await evaluate(who).refused('decisions', city)).code).toBe('NOT_ALLOWED')
  })
  it('for a criterion that a rule or a judge gives points to, or that there is not', async () => {
    for (const criterion of ['loan/events', 'daily/coordination', 'constructor']) {
      const refused = await province().refused('decide', { ...given, criterion })
      expect([criterion, refused.code]).toEqual([criterion, 'INVALID_INPUT'])
    }
  })
  it('above the maximum, or without a reason', async () => {
    for (const wrong of [{ outcome: 31 }, { outcome: -1 }, { reason: '' }, { reason: '　' }])
      expect((await province().refused('decide', { ...given, ...wrong })).code).toBe('INVALID_INPUT')
  })
  it('taken back before anything was decided', async () => {
    expect((await province().refused('decide', { ...given, outcome: 'none' })).code).toBe('NOT_FOUND')
  })
  it('for another year or platform than there is', async () => {
    expect((await province().refused('decide', { ...given, year: '2031' })).code).toBe('PERIOD_NOT_COVERED')
    expect((await province().refused('decide', { ...given, platformId: 'p-none' })).code).toBe('NOT_FOUND')
  })
})

it('what waits stands in the list, with why', async () => {
  expect((await computed()).node?.status).toBe('not-scorable')
  const { rows } = await province().call('decisions', city)
  expect(rows).toContainEqual(
    expect.objectContaining({
      platform: expect.objectContaining({ id: 'p-changsha' }) as unknown,
      criterion: completion,
      max: 30,
      why: expect.stringContaining('须由人工认定') as unknown,
      decisions: [],
    }),
  )
})

it('points count on the card, with reason and document, and the criterion is closed', async () => {
  const before = await computed()
  const { id } = await province().call('decide', given)
  expect(await province().call('decide', given)).toEqual({ id })
  const { card, node, result } = await computed()
  expect(node).toMatchObject({ status: 'counted', points: 20, label: '人工认定' })
  expect(node?.why).toContain('湘平台函 1 号')
  expect(card.open).not.toContain(completion)
  expect(card.total).toBe(before.card.total + 6)
  expect(result.digest).not.toBe(before.result.digest)
  const { rows } = await province().call('decisions', city)
  const row = rows.find((each) => each.criterion === completion && each.platform.id === 'p-changsha')
  expect(row).toMatchObject({ why: null, decisions: [{ outcome: 20, by: '省平台', reason: '没有下达任务' }] })
})

it('not applicable closes it without points; taken back, it waits again; all stay readable', async () => {
  const before = await computed()
  clock.now = new Date(clock.now.getTime() + 60_000)
  await province().call('decide', { ...given, outcome: 'not-applicable', document: '' })
  const { card, node } = await computed()
  expect(node).toMatchObject({ status: 'counted', points: 0, label: '不适用' })
  expect(card.total).toBeCloseTo(before.card.total - 6, 8)
  clock.now = new Date(clock.now.getTime() + 60_000)
  await province().call('decide', { ...given, outcome: 'none', reason: '已补下达任务', document: '' })
  expect((await computed()).node?.status).toBe('not-scorable')
  const { rows } = await province().call('decisions', city)
  const row = rows.find((each) => each.criterion === completion && each.platform.id === 'p-changsha')
  expect(row?.decisions.map(({ outcome }) => outcome)).toEqual(['none', 'not-applicable', 20])
  const audited = await database
    .selectFrom('audit_log')
    .select('reason')
    .where('action', '=', 'evaluate.decide')
    .orderBy('at')
    .execute()
  expect(audited.map(({ reason }) => reason)).toEqual(['没有下达任务', '没有下达任务', '已补下达任务'])
})
