/** `session`: joining by invitation, inviting, standing for an enterprise. */
import { createFunction } from '../../cloudfunctions/session/create-function'
import { host, names, openidOf, platforms, world } from './harness'

const everything = world()
const { database, clock } = everything
const as = host(everything, 'session', createFunction)

const DAY_MS = 24 * 60 * 60 * 1000
const start = new Date('2023-06-20T02:00:00Z')
/** Limits count by the hour; each test has hours of its own. */
let hours = 0
beforeEach(() => {
  hours += 5
  clock.now = new Date(start.getTime() + hours * 3_600_000)
})

const forStaff = { role: 'staff', platformId: platforms.changsha.id, areaCode: null, days: 7 } as const
const newcomer = () => ({ openid: `openid-new-${hours}-${Math.round(Math.random() * 1e9)}` })
const anEnterprise = { name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' }

describe('who is calling', () => {
  it('refuses a call without an identity, and believes none in the request', async () => {
    const { code } = await as({ openid: null }).refused('whoAmI', {})
    expect(code).toBe('NOT_SIGNED_IN')
    expect(await as({ openid: null }).refused('whoAmI', { openid: openidOf('省平台') })).toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  it('makes a person of a first call once, even of two at the same time', async () => {
    const who = newcomer()
    const [first, second] = await Promise.all([as(who).call('whoAmI', {}), as(who).call('whoAmI', {})])
    expect(first.personId).toBe(second.personId)
    expect(first).toMatchObject({
      name: '',
      memberships: [],
      enterprise: null,
      serverTime: clock.now.toISOString(),
    })
  })

  it('keeps callers apart who call at the same time', async () => {
    const answers = await Promise.all(names.map((name) => as(name).call('whoAmI', {})))
    expect(answers.map(({ name }) => name)).toEqual(names)
  })

  it('names the platform of a member and the area of a reviewer', async () => {
    expect((await as('阿丽').call('whoAmI', {})).memberships).toMatchObject([
      { role: 'staff', platform: { id: 'p-changsha', tier: 'city', areaCode: '430100' }, areaCode: null },
    ])
    expect((await as('小陈').call('whoAmI', {})).memberships).toMatchObject([
      { role: 'reviewer', platform: null, areaCode: '430100' },
    ])
  })

  it('forgets a membership that was revoked', async () => {
    const { code } = await as('老周').call('invite', forStaff)
    const who = newcomer()
    const joined = await as(who).call('join', { code, name: '临时工' })
    expect(joined.memberships).toHaveLength(1)
    await database
      .updateTable('memberships')
      .set({ revoked_at: clock.now })
      .where('person_id', '=', joined.personId)
      .execute()
    expect((await as(who).call('whoAmI', {})).memberships).toEqual([])
  })
})

describe('inviting', () => {
  it('is refused to staff, reviewers, enterprises and passers-by', async () => {
    for (const name of ['阿丽', '小陈', '王总', '路人'] as const) {
      expect(await as(name).refused('invite', forStaff)).toMatchObject({
        code: 'NOT_ALLOWED',
        retry: 'never',
      })
    }
  })

  it('refuses a manager another platform, a platform that does not exist, and reviewers', async () => {
    const manager = as('老周')
    const forReviewer = { role: 'reviewer', platformId: null, areaCode: '430100', days: 7 }
    expect(await manager.refused('invite', { ...forStaff, platformId: 'p-zhuzhou' })).toMatchObject({
      code: 'NOT_ALLOWED',
    })
    expect(await manager.refused('invite', { ...forStaff, platformId: 'p-nowhere' })).toMatchObject({
      code: 'NOT_ALLOWED',
    })
    expect(await manager.refused('invite', forReviewer)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await as('省平台').refused('invite', { ...forStaff, platformId: 'p-nowhere' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('says which field is missing or does not belong there', async () => {
    const { fields } = await as('省平台').refused('invite', { ...forStaff, platformId: null })
    expect(Object.keys(fields)).toEqual(['platformId'])
    const reviewer = await as('省平台').refused('invite', { ...forStaff, role: 'reviewer', platformId: null })
    expect(Object.keys(reviewer.fields)).toEqual(['areaCode'])
    expect(await as('省平台').refused('invite', { ...forStaff, role: 'province' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  it('stores no code in the clear', async () => {
    const { code } = await as('老周').call('invite', forStaff)
    const rows = await database.selectFrom('invitations').selectAll().execute()
    const log = await database.selectFrom('audit_log').selectAll().execute()
    const text = JSON.stringify([rows, log])
    expect(text).toContain('p-changsha')
    expect(text).not.toContain(code)
    expect(text).not.toContain(code.replace('-', ''))
  })
})

describe('joining', () => {
  it('refuses an unknown code', async () => {
    expect(await as(newcomer()).refused('join', { code: 'AAAAA-AAAAA', name: '' })).toMatchObject({
      code: 'INVITATION_UNKNOWN',
      retry: 'after-change',
    })
  })

  it('refuses a code from the moment when it expires', async () => {
    const { code, expiresAt } = await as('老周').call('invite', forStaff)
    expect(expiresAt).toBe(new Date(clock.now.getTime() + 7 * DAY_MS).toISOString())
    clock.now = new Date(expiresAt)
    expect(await as(newcomer()).refused('join', { code, name: '' })).toMatchObject({
      code: 'INVITATION_EXPIRED',
    })
    clock.now = new Date(clock.now.getTime() - 1)
    expect((await as(newcomer()).call('join', { code, name: '' })).memberships).toHaveLength(1)
  })

  it('refuses the eleventh try within an hour, even with the right code, and allows it in the next', async () => {
    const { code } = await as('老周').call('invite', forStaff)
    const who = newcomer()
    for (let count = 0; count < 10; count += 1) {
      expect(await as(who).refused('join', { code: 'AAAAA-AAAAA', name: '' })).toMatchObject({
        code: 'INVITATION_UNKNOWN',
      })
    }
    expect(await as(who).refused('join', { code, name: '' })).toMatchObject({
      code: 'RATE_LIMITED',
      retry: 'later',
    })
    clock.now = new Date(clock.now.getTime() + 3_600_000)
    expect((await as(who).call('join', { code, name: '' })).memberships).toHaveLength(1)
  })

  it('takes a code once: of two people at the same time one joins', async () => {
    const { code } = await as('老周').call('invite', forStaff)
    const people = [newcomer(), newcomer(), newcomer()]
    const outcomes = await Promise.allSettled(
      people.map((who) => as(who).call('join', { code, name: '新人' })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('INVITATION_USED')
    }
    const used = await database
      .selectFrom('memberships')
      .select('id')
      .where('platform_id', '=', 'p-changsha')
      .execute()
    const joined = await database.selectFrom('audit_log').select('id').where('action', '=', 'join').execute()
    expect(used.length).toBeGreaterThanOrEqual(joined.length)
  })

  it('takes the code again from the same person as a repeat, however it is typed', async () => {
    const { code } = await as('老周').call('invite', forStaff)
    const who = newcomer()
    const first = await as(who).call('join', { code, name: '小新' })
    const again = await as(who).call('join', { code: ` ${code.replace('-', ' ').toLowerCase()} `, name: '' })
    expect(again).toEqual(first)
    expect(first).toMatchObject({
      name: '小新',
      memberships: [{ role: 'staff', platform: { id: 'p-changsha' } }],
    })
  })

  it('makes a reviewer of an area', async () => {
    const input = { role: 'reviewer', platformId: null, areaCode: '430200', days: 1 } as const
    const { code } = await as('省平台').call('invite', input)
    const joined = await as(newcomer()).call('join', { code, name: '审核员' })
    expect(joined.memberships).toMatchObject([{ role: 'reviewer', platform: null, areaCode: '430200' }])
  })
})

describe('standing for an enterprise', () => {
  it('refuses a code with a wrong check character, at its field', async () => {
    const { code, fields } = await as('王总').refused('bindEnterprise', {
      ...anEnterprise,
      creditCode: '91430100MA4L16JQ9C',
    })
    expect([code, Object.keys(fields)]).toEqual(['INVALID_INPUT', ['creditCode']])
  })

  it('keeps the name that was registered first, also for two at the same time', async () => {
    const names = ['甲公司', '乙公司']
    const bound = await Promise.all(
      names.map((name) => as(newcomer()).call('bindEnterprise', { ...anEnterprise, name })),
    )
    const registered = await database.selectFrom('enterprises').selectAll().execute()
    expect(registered).toHaveLength(1)
    for (const { enterprise } of bound) expect(enterprise?.name).toBe(registered[0]?.name)
    const later = await as('王总').call('bindEnterprise', { ...anEnterprise, name: '丙公司' })
    expect(later.enterprise).toEqual({ creditCode: anEnterprise.creditCode, name: registered[0]?.name })
    expect(later.memberships).toMatchObject([{ role: 'enterprise', platform: null, areaCode: null }])
  })

  it('goes over to another enterprise, and remains one enterprise', async () => {
    const other = { name: '另一家公司', creditCode: '91350100M000100Y43' }
    const who = newcomer()
    await as(who).call('bindEnterprise', anEnterprise)
    const { enterprise, memberships } = await as(who).call('bindEnterprise', other)
    expect(enterprise).toEqual({ creditCode: other.creditCode, name: other.name })
    expect(memberships).toHaveLength(1)
  })
})

describe('the platforms for a picker', () => {
  const idsFor = async (name: Parameters<typeof as>[0]) =>
    (await as(name).call('platforms', {})).platforms.map(({ id }) => id)

  it('are none for people without a membership', async () => {
    expect(await idsFor('路人')).toEqual([])
    expect(await idsFor('王总')).toEqual([])
  })

  it('are the own one, those of the area, or all, a city before its counties', async () => {
    expect(await idsFor('阿丽')).toEqual(['p-changsha'])
    expect(await idsFor('小陈')).toEqual(['p-changsha', 'p-changsha-county'])
    expect(await idsFor('省平台')).toEqual(['p-hunan', 'p-changsha', 'p-changsha-county', 'p-zhuzhou'])
  })
})
