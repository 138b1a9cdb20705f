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

describe('a clerk enters the marks of named judges', () => {
  const of = { platformId: 'p-zhuzhou', year: '2023', criterion: 'daily/coordination' }
  const mark = (judge: string, points: number) => {
    clock.now = new Date(clock.now.getTime() + 60_000)
    return province().call('mark', { ...of, points, judge, reason: `${judge}评定` })
  }
  const rowOf = async () => {
    const { rows } = await province().call('entries', coordination)
    return rows.find(({ platform }) => platform.id === 'p-zhuzhou')
  }

  it('one of each counts, and two are their mean', async () => {
    await mark('省工信厅', 4)
    await mark('省平台', 9)
    await mark('省工信厅', 6)
    expect(await rowOf()).toMatchObject({
      value: 7.5,
      entries: [
        { value: 6, judge: '省工信厅', by: '省平台', inForce: true },
        { value: 9, judge: '省平台', inForce: true },
        { value: 4, judge: '省工信厅', inForce: false },
      ],
    })
  })

  it('and takes one back with the reason: what is left counts, on the card too, and nothing is lost', async () => {
    const newest = (await rowOf())?.entries[0]
    const taken = { ...of, id: newest?.id ?? '', reason: '录错平台' }
    expect(await refusedOf('takeBackMark', { ...taken, reason: '' })).toBe('INVALID_INPUT')
    expect(await province().call('takeBackMark', taken)).toEqual({ taken: 2 })
    expect(await province().call('takeBackMark', taken)).toEqual({ taken: 0 })
    const after = await rowOf()
    expect(after).toMatchObject({ value: 9 })
    expect(
      after?.entries.map(({ value, inForce, takenBack }) => [value, inForce, takenBack?.reason]),
    ).toEqual([
      [6, false, '录错平台'],
      [9, true, undefined],
      [4, false, '录错平台'],
    ])
    await province().call('run', { period: '2023-06' })
    const { card } = await database
      .selectFrom('results')
      .select('card')
      .where('platform_id', '=', 'p-zhuzhou')
      .executeTakeFirstOrThrow()
    expect(card).toContain('评定 9 分')
    const audited = await database
      .selectFrom('audit_log')
      .select(['reason', 'platform_id'])
      .where('action', '=', 'evaluate.takeBackMark')
      .execute()
    expect(audited).toEqual([{ reason: '录错平台', platform_id: 'p-zhuzhou' }])
  })

  it('but the provincial platform does not judge itself (D33)', async () => {
    const own = { ...of, platformId: 'p-hunan', points: 9, judge: '省平台', reason: '评定' }
    expect(await refusedOf('mark', own)).toBe('INVALID_INPUT')
    await province().call('mark', { ...own, judge: '省工信厅' })
  })
})

const refusedOf = async (action: 'mark' | 'takeBackMark', input: unknown) =>
  (await province().refused(action, input)).code
