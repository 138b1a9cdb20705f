/** A poster that stays the same, a window that the staff choose, the last to arrive, and an enterprise's own list. */
import { randomUUID } from 'node:crypto'
import { confirmWorld } from './confirming'
import { record } from './harness'

const { as, records, at, pressed, enterprise, somebody, personCode } = confirmWorld()

async function held() {
  const pushed = record()
  await records('阿丽').call('push', { records: [pushed] })
  return pushed.id
}
const poster = (activityId: string, more: { token?: string; closesAfter?: 2 | 6 | 24 } = {}) =>
  as('阿丽').call('issueCode', { activityId, kind: 'poster', ...more })

describe('a poster', () => {
  it('is the same again for the phone that has it, whoever of the platform holds the phone', async () => {
    const id = await held()
    const { token, image } = await poster(id)
    at(30)
    const input = { activityId: id, kind: 'poster' as const, token }
    expect(await as('老周').call('issueCode', input)).toMatchObject({ token, image })
  })

  it('is a new one when that was revoked, is of another activity, is none, or was a rotating code', async () => {
    const [id, elsewhere] = [await held(), await held()]
    const revoked = (await poster(id)).token
    await as('阿丽').call('revokeCodes', { activityId: id, token: revoked })
    const rotating = await as('阿丽').call('issueCode', { activityId: id, kind: 'rotating' })
    const others = [revoked, (await poster(elsewhere)).token, 'GUESSEDBYSOMEBODYXYZ', rotating.token]
    for (const token of others) expect((await poster(id, { token })).token).not.toBe(token)
    at(20)
    expect((await as('路人').refused('open', { token: rotating.token })).code).toBe('TOKEN_EXPIRED')
  })
})

describe('the end of a code', () => {
  it('is refused other than 2, 6 or 24 hours after the end of the activity', async () => {
    const activityId = await held()
    for (const closesAfter of [0, 3, 48, '6']) {
      const input = { activityId, kind: 'poster', closesAfter }
      expect((await as('阿丽').refused('issueCode', input)).code).toBe('INVALID_INPUT')
    }
  })

  it('is what the staff choose, for that code alone', async () => {
    const id = await held()
    const [short, long] = [await poster(id), await poster(id, { closesAfter: 6 })]
    expect(short).toMatchObject({ closesAfter: 2, closesAt: '2023-06-15T06:00:00.000Z' })
    expect(long).toMatchObject({ closesAfter: 6, closesAt: '2023-06-15T10:00:00.000Z' })
    expect(long.opensAt).toBe('2023-06-15T00:30:00.000Z')
    at(7 * 60)
    const { who } = await somebody()
    expect((await as(who).refused('open', { token: short.token })).code).toBe('TOKEN_CLOSED')
    expect((await as(who).call('open', { token: long.token })).closesAt).toBe(long.closesAt)
    const { participation } = await as(who).call('confirm', { token: long.token, pressedAt: pressed() })
    expect(participation).toMatchObject({ late: false, confirmedAt: pressed() })
  })

  it('of a poster that hangs already can be moved, and stays when nothing is chosen', async () => {
    const id = await held()
    const { token } = await poster(id)
    at(5 * 60)
    expect((await as('阿丽').refused('issueCode', { activityId: id, kind: 'poster', token })).code).toBe(
      'TOKEN_CLOSED',
    )
    expect(await poster(id, { token, closesAfter: 24 })).toMatchObject({ token, closesAfter: 24 })
    expect(await poster(id, { token })).toMatchObject({ token, closesAfter: 24 })
    at(20 * 60)
    await as('路人').call('open', { token })
  })
})

it('the last to arrive are told without the others, with the number of all', async () => {
  const activityId = await held()
  const names: string[] = []
  for (let n = 0; n < 5; n += 1) {
    at(n)
    const own = enterprise()
    names.push(own.name)
    const entries = [{ id: randomUUID(), enterprise: own, source: 'staff-entry' as const, at: pressed() }]
    await as('阿丽').call('enter', { activityId, entries })
  }
  const told = await as('阿丽').call('list', { activityId, last: 3 })
  expect(told.participations.map((each) => each.enterprise.name)).toEqual(names.slice(-3))
  expect(told.count).toBe(5)
  expect(await as('阿丽').call('list', { activityId, last: 0 })).toMatchObject({
    participations: [],
    count: 5,
  })
  expect(await as('阿丽').call('list', { activityId })).toMatchObject({ count: 5 })
})

describe('one’s own participations', () => {
  it('are none of others', async () => {
    const { token } = await poster(await held())
    await as((await somebody()).who).call('confirm', { token, pressedAt: pressed() })
    const { who } = await somebody()
    expect(await as(who).call('mine', {})).toEqual({ participations: [], total: 0 })
    expect(await as('路人').call('mine', {})).toEqual({ participations: [], total: 0 })
  })

  it('are what staff entered for the enterprise as well, to be rated', async () => {
    const activityId = await held()
    const { who, own } = await somebody()
    const seen = { source: 'staff-scan' as const, personCode: await personCode(who) }
    const entries = [{ id: randomUUID(), enterprise: own, at: pressed(), ...seen }]
    await as('阿丽').call('enter', { activityId, entries })
    const unrated = { activityId, source: 'staff-scan', title: '园区贷款对接会', stars: null, mayRate: true }
    expect(await as(who).call('mine', {})).toMatchObject({ participations: [unrated], total: 1 })
    await as(who).call('rate', { activityId, stars: 4, comment: '好' })
    expect(await as(who).call('mine', {})).toMatchObject({
      participations: [{ stars: 4, comment: '好', mayRate: true }],
    })
  })

  it('are a colleague’s, too, without the comment, and not to be rated', async () => {
    const activityId = await held()
    const { token } = await poster(activityId)
    const { who, own } = await somebody()
    await as(who).call('confirm', { token, pressedAt: pressed() })
    const { who: colleague } = await somebody(own)
    const shown = { source: 'staff-scan' as const, personCode: await personCode(colleague) }
    const entries = [{ id: randomUUID(), enterprise: own, at: pressed(), ...shown }]
    await as('阿丽').call('enter', { activityId, entries })
    const seen = async () => (await as(colleague).call('mine', {})).participations[0]
    expect(await seen()).toMatchObject({ stars: null, mayRate: false })
    await as(who).call('rate', { activityId, stars: 2, comment: '只给主办方看' })
    expect(await seen()).toMatchObject({ stars: 2, comment: null, mayRate: false })
  })

  it('come page by page, each once, the newest first, with the number of all', async () => {
    const { who, own } = await somebody()
    const shown = await personCode(who)
    for (let n = 0; n < 53; n += 1) {
      at(Math.floor(n / 2))
      const seen = { source: 'staff-scan' as const, personCode: shown }
      const entries = [{ id: randomUUID(), enterprise: own, at: pressed(), ...seen }]
      await as('阿丽').call('enter', { activityId: await held(), entries })
    }
    const first = await as(who).call('mine', {})
    const rest = await as(who).call('mine', { after: first.participations[49]?.id ?? null })
    const all = [...first.participations, ...rest.participations]
    expect([first.participations.length, rest.participations.length]).toEqual([50, 3])
    expect([first.total, rest.total]).toEqual([53, 53])
    expect(new Set(all.map(({ id }) => id)).size).toBe(53)
    const times = all.map(({ confirmedAt }) => confirmedAt)
    expect(times).toEqual([...times].sort().reverse())
    expect((await as(who).call('mine', { after: randomUUID() })).participations).toEqual([])
  }, 60_000)
})
