/** What the province states and marks, as it can be looked through again. Refusals first. */
import { evaluatedWorld, newId } from './evaluating'
import { whoIs, grantMembership, transact } from '../../cloudfunctions/backend'
import { openidOf } from './harness'

const world = evaluatedWorld()
const { database, clock, evaluate } = world
const city = { tier: 'city', year: '2023' } as const
const target = { ...city, kind: 'quantity', name: 'registrationTarget' } as const
const coordination = { ...city, kind: 'mark', name: 'daily/coordination' } as const
const province = () => evaluate('省平台')

describe('refused', () => {
  it.each(['阿丽', '老周', '小陈', '王总', '路人'] as const)('to %s', async (who) => {
    expect((await evaluate(who).refused('stated', city)).code).toBe('NOT_ALLOWED')
    expect((await evaluate(who).refused('entries', target)).code).toBe('NOT_ALLOWED')
  })
  it('what the rubric does not ask for', async () => {
    for (const name of ['matchingEvents', 'constructor', newId()]) {
      expect((await province().refused('entries', { ...target, name })).code).toBe('NOT_FOUND')
    }
    expect((await province().refused('entries', { ...coordination, name: 'loan/events' })).code).toBe(
      'NOT_FOUND',
    )
  })
  it('a year without a rubric', async () => {
    expect((await province().refused('stated', { ...city, year: '2031' })).code).toBe('PERIOD_NOT_COVERED')
  })
})

it('lists what a class has to be told, and for how many platforms it was', async () => {
  const { items, platforms } = await province().call('stated', city)
  expect(platforms).toBe(2)
  expect(items.filter(({ kind }) => kind === 'quantity')).toMatchObject([
    { name: 'registrationTarget', title: '注册认证目标', unit: '家', yesNo: false, max: null, entered: 0 },
    { name: 'financingSubPlatform', yesNo: true },
    { name: 'localIndustrialEnterprises', unit: '家' },
  ])
  const marks = items.filter(({ kind }) => kind === 'mark')
  expect(marks).toHaveLength(16)
  expect(marks.at(-1)).toMatchObject({
    name: 'daily/coordination',
    max: 10,
    step: 0.5,
    judge: '省工信厅、省平台',
  })
})

it('keeps every statement with its source, and says which one counts', async () => {
  const state = (value: number, source: string) =>
    province().call('state', {
      platformId: 'p-changsha',
      year: '2023',
      name: 'registrationTarget',
      value,
      source,
    })
  await state(300, '2023 年任务分解表')
  clock.now = new Date(clock.now.getTime() + 60_000)
  await state(320, '任务调整通知')
  const { item, rows } = await province().call('entries', target)
  expect(item).toMatchObject({ title: '注册认证目标', entered: 1 })
  expect(rows.map(({ platform, value }) => [platform.id, value])).toEqual([
    ['p-changsha', 320],
    ['p-zhuzhou', null],
  ])
  expect(rows[0]?.entries).toMatchObject([
    { value: 320, reason: '任务调整通知', by: '省平台', own: true, inForce: true },
    { value: 300, reason: '2023 年任务分解表', inForce: false },
  ])
  expect((await province().call('stated', city)).items[0]).toMatchObject({ entered: 1 })
  // Another class and another year have none of it.
  expect((await province().call('entries', { ...target, tier: 'county' })).rows[0]).toMatchObject({
    value: null,
  })
})

it('shows each judge the other one’s mark, and what the card counts of both', async () => {
  const { person } = await whoIs(database, openidOf('路人'))
  await transact(database, (trx) =>
    grantMembership(trx, {
      personId: person.id,
      role: 'province',
      platformId: null,
      areaCode: null,
      grantedBy: null,
      now: clock.now,
    }),
  )
  const mark = (who: '省平台' | '路人', points: number) => {
    clock.now = new Date(clock.now.getTime() + 60_000)
    const reason = `${points} 分的理由`
    const input = { platformId: 'p-changsha', year: '2023', criterion: 'daily/coordination', points, reason }
    return evaluate(who).call('mark', input)
  }
  await mark('省平台', 4)
  await mark('路人', 9)
  await mark('省平台', 6)
  const { rows } = await evaluate('路人').call('entries', coordination)
  expect(rows[0]).toMatchObject({
    value: 7.5,
    entries: [
      { value: 6, by: '省平台', own: false, inForce: true },
      { value: 9, own: true, inForce: true },
      { value: 4, by: '省平台', own: false, inForce: false },
    ],
  })
  await evaluate('省平台').call('run', { period: '2023-06' })
  const { card } = await database
    .selectFrom('results')
    .select('card')
    .where('platform_id', '=', 'p-changsha')
    .executeTakeFirstOrThrow()
  expect(card).toContain('评定 7.5 分')
})
