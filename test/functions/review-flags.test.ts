/** Risk flags before the reviewer, approving many at once, and the filters of the queue. */
import { randomUUID } from 'node:crypto'
import { previewPicture } from '../../cloudfunctions/confirm/code-picture'
import { createFunction as createConfirm } from '../../cloudfunctions/confirm/create-function'
import { createFunction } from '../../cloudfunctions/review/create-function'
import { createFunction as createSession } from '../../cloudfunctions/session/create-function'
import type { Input } from '../../src/shared/contract'
import { flagLimits } from '../../src/shared/flags'
import { creditCodeCheckCharacter, type ActivityPayload, type RecordPayload } from '../../src/shared/records'
import { activity, createRecords, demand, host, record, revised, world, type Name } from './harness'

const everything = world()
const { database, clock } = everything
const as = host(everything, 'review', createFunction)
const recording = host(everything, 'records', createRecords)
const confirming = host(everything, 'confirm', (dependencies) =>
  createConfirm(dependencies, previewPicture('http://127.0.0.1:8787/')),
)
const session = host(everything, 'session', createSession)

const during = Date.parse('2023-06-15T02:00:00Z')
const at = (seconds: number) => (clock.now = new Date(during + seconds * 1000))
beforeEach(() => at(0))

const place = { name: '麓谷园区', method: 'located', latitude: 28.2282, longitude: 112.9388 } as const

/** An activity of 长沙 on the server, where nobody has confirmed and nobody was declared. */
async function held(changes: Partial<ActivityPayload> = {}, who: Name = '阿丽') {
  // A title of its own: no two of these are twins.
  const pushed = record({
    payload: activity({ title: `示例活动 ${randomUUID()}`, attendances: 0, ...changes }),
  })
  await recording(who).call('push', { records: [pushed] })
  const { token } = await confirming(who).call('issueCode', { activityId: pushed.id, kind: 'poster' })
  return { ...pushed, token }
}

let made = 0
const enterprise = () => {
  made += 1
  const first17 = `91430100MC4${String(100_000 + made)}`
  return { name: `示例企业 ${made}`, creditCode: first17 + creditCodeCheckCharacter(first17) }
}
/** An enterprise confirms by this person's phone; somebody new if none is named. */
async function scan(token: string, person = `openid-${randomUUID()}`, more: { place?: object | null } = {}) {
  await session({ openid: person }).call('bindEnterprise', enterprise())
  const input = { token, pressedAt: clock.now.toISOString(), ...more } as Input<'confirm', 'confirm'>
  await confirming({ openid: person }).call('confirm', input)
}
const signsOf = async (id: string) => (await as('小陈').call('get', { id })).signs

describe('opening a record before the reviewer', () => {
  it.each(['阿丽', '老周', '小邓', '王总', '路人'] as const)('is refused to %s', async (who) => {
    const { id } = await held()
    expect((await as(who).refused('get', { id })).code).toBe('NOT_ALLOWED')
  })

  it('says not found of what is not there, and whose record it is', async () => {
    expect((await as('小陈').refused('get', { id: randomUUID() })).code).toBe('NOT_FOUND')
    const { id } = await held({}, '小方')
    expect(await as('小方').call('get', { id })).toMatchObject({ id, ownRecord: true, signs: [] })
    expect(await as('小陈').call('get', { id })).toMatchObject({ id, ownRecord: false })
  })
})

describe('a sign is', () => {
  it('one phone for many enterprises, from the limit on; staff who enter many are none', async () => {
    const { id, token } = await held()
    const person = `openid-${randomUUID()}`
    for (let n = 1; n <= flagLimits.onePhone; n += 1) {
      expect(await signsOf(id)).toEqual([])
      at(n * 60)
      await scan(token, person)
    }
    expect(await signsOf(id)).toEqual([{ kind: 'one-phone', count: flagLimits.onePhone }])
    const other = await held()
    const entries = Array.from({ length: 10 }, () => ({
      id: randomUUID(),
      enterprise: enterprise(),
      source: 'staff-entry' as const,
      at: clock.now.toISOString(),
    }))
    await confirming('阿丽').call('enter', { activityId: other.id, entries })
    expect(await signsOf(other.id)).toEqual([])
  })

  it('many confirmations within seconds, not the same number spread over more', async () => {
    const slow = await held()
    const fast = await held()
    const last = flagLimits.burst - 1
    for (let n = 0; n <= last; n += 1) {
      at((n * flagLimits.burstSeconds) / last)
      await scan(fast.token)
      at((n * (flagLimits.burstSeconds + 1)) / last)
      await scan(slow.token)
    }
    expect(await signsOf(slow.id)).toEqual([])
    expect(await signsOf(fast.id)).toEqual([{ kind: 'burst', count: flagLimits.burst }])
  })

  it('many that arrive within seconds, whatever times their phones tell', async () => {
    const { id, token } = await held()
    at(60 * 60)
    for (let n = 0; n < flagLimits.burst; n += 1) {
      const who = { openid: `openid-${randomUUID()}` }
      await session(who).call('bindEnterprise', enterprise())
      const pressedAt = new Date(during + n * 60_000).toISOString()
      await confirming(who).call('confirm', { token, pressedAt })
    }
    expect(await signsOf(id)).toEqual([{ kind: 'burst', count: flagLimits.burst }])
  })

  it('a confirmation outside of the window', async () => {
    const { id, token } = await held()
    const pressedAt = clock.now.toISOString()
    const person = `openid-${randomUUID()}`
    await session({ openid: person }).call('bindEnterprise', enterprise())
    at(5 * 60 * 60)
    await confirming({ openid: person }).call('confirm', { token, pressedAt })
    expect(await signsOf(id)).toEqual([{ kind: 'late', count: 1 }])
  })

  it('a confirmation from far away; near, untold and unknown places are none, and no place is kept', async () => {
    const { id, token } = await held({ place })
    await scan(token, undefined, { place: { latitude: 28.23, longitude: 112.94, accuracy: 50 } })
    at(60)
    await scan(token)
    expect(await signsOf(id)).toEqual([])
    at(120)
    await scan(token, undefined, { place: { latitude: 28.3, longitude: 112.94, accuracy: 50 } })
    expect(await signsOf(id)).toEqual([{ kind: 'far', count: 1 }])
    const typed = await held()
    await scan(typed.token, undefined, { place: { latitude: 28.3, longitude: 112.94 } })
    expect(await signsOf(typed.id)).toEqual([])
    const rows = await database
      .selectFrom('participations')
      .selectAll()
      .where('activity_id', '=', id)
      .orderBy('confirmed_at')
      .execute()
    expect(rows.map(({ distance_m }) => distance_m)).toEqual([expect.any(Number), null, expect.any(Number)])
    expect(JSON.stringify(rows)).not.toContain('112.9')
  })

  it('a number declared far above the confirmed one, and a phone whose clock is ahead; the queue shows them too', async () => {
    const pushed = record({ payload: activity({ attendances: 12 }), filledAt: '2023-06-19T05:00:00Z' })
    await recording('阿丽').call('push', { records: [pushed] })
    const signs = [
      { kind: 'declared', count: 12 },
      { kind: 'clock', count: 1 },
    ]
    expect(await signsOf(pushed.id)).toEqual(signs)
    const { records } = await as('小陈').call('queue', {
      state: 'submitted',
      platformId: 'p-changsha',
      kind: null,
      cursor: null,
    })
    expect(records.find(({ id }) => id === pushed.id)?.signs).toEqual(signs)
  })
})

describe('records from before flags were stored', () => {
  /** As a database of the last release has them. */
  const old = async () => {
    const pushed = record({ payload: activity({ title: `旧活动 ${randomUUID()}`, attendances: 12 }) })
    await recording('阿丽').call('push', { records: [pushed] })
    await database.deleteFrom('record_flags').where('record_id', '=', pushed.id).execute()
    await database.deleteFrom('record_fingerprints').where('record_id', '=', pushed.id).execute()
    await database.updateTable('records').set({ flags_version: 0 }).where('id', '=', pushed.id).execute()
    return pushed
  }
  const stored = (id: string) =>
    database.selectFrom('record_flags').select('kind').where('record_id', '=', id).execute()

  it('are not approved unseen', async () => {
    const { id, revision } = await old()
    const { results } = await as('小陈').call('approveMany', { records: [{ id, revision }] })
    expect(results).toMatchObject([{ id, approved: false, code: 'HAS_SIGNS' }])
  })

  it('get their flags when they are read', async () => {
    const { id } = await old()
    expect((await as('小陈').call('get', { id })).flags).toMatchObject([{ kind: 'declared', count: 12 }])
    expect(await stored(id)).toEqual([{ kind: 'declared' }])
  })

  it('get them from the daily timer otherwise', async () => {
    const { id } = await old()
    const main = createFunction(everything.dependencies(() => null, true))
    expect(await main({ Type: 'Timer', TriggerName: 'flags' })).toMatchObject({ ok: true })
    expect(await stored(id)).toEqual([{ kind: 'declared' }])
  })
})

describe('approving many at once', () => {
  const seen = ({ id, revision }: { id: string; revision: number }) => ({ id, revision })

  it.each(['阿丽', '老周', '王总', '路人'] as const)('is refused to %s', async (who) => {
    const one = await held()
    expect((await as(who).refused('approveMany', { records: [seen(one)] })).code).toBe('NOT_ALLOWED')
  })

  it('is refused for nothing, and for more than a batch', async () => {
    const many = Array.from({ length: 51 }, () => ({ id: randomUUID(), revision: 1 }))
    for (const records of [[], many]) {
      expect((await as('小陈').refused('approveMany', { records })).code).toBe('INVALID_INPUT')
    }
  })

  it('approves what is plain as declared, and says of each other one why not', async () => {
    const plain = await held({ attendances: 1 })
    await scan(plain.token)
    // Published only later than the server's now, it would lie ahead.
    const money = record({ payload: { ...demand(), publishedAt: null } as RecordPayload })
    const late = record({ payload: activity({ title: '多报的活动', attendances: 12 }) })
    const theirs = record({
      platformId: 'p-zhuzhou',
      payload: activity({ title: '株洲的活动', attendances: 0 }),
    })
    await recording('阿丽').call('push', { records: [money, late] })
    await recording('老李').call('push', { records: [theirs] })
    const newer = await held()
    await recording('阿丽').call('push', {
      records: [revised(newer, activity({ attendances: 0, title: '改' }))],
    })
    const own = await held({}, '小方')
    const unknown = { id: randomUUID(), revision: 1 }
    const records = [plain, late, newer, theirs, own, unknown, money].map(seen)
    const { results } = await as('小方').call('approveMany', { records })
    expect(results.map(({ id, approved, code }) => [id, approved, code])).toEqual([
      [plain.id, true, null],
      [late.id, false, 'HAS_SIGNS'],
      [newer.id, false, 'REVISION_CONFLICT'],
      [theirs.id, false, 'NOT_ALLOWED'],
      [own.id, false, 'OWN_RECORD'],
      [unknown.id, false, 'NOT_FOUND'],
      [money.id, true, null],
    ])
    expect(await as('小陈').call('get', { id: plain.id })).toMatchObject({
      state: 'approved',
      approvedAttendances: 1,
    })
    expect(await as('小陈').call('get', { id: late.id })).toMatchObject({ state: 'submitted' })
    const again = await as('小方').call('approveMany', { records: [seen(plain)] })
    expect(again.results).toMatchObject([{ approved: true }])
    const { entries } = await as('小陈').call('history', { id: plain.id })
    expect(entries.map(({ action, by }) => [action, by])).toEqual([
      ['submit', '阿丽'],
      ['approve', '小方'],
    ])
  })
})

describe('the queue by area and age', () => {
  const ids = async (who: Name, changes: Partial<Input<'review', 'queue'>>) => {
    const input = { state: 'submitted' as const, platformId: null, kind: 'honour', cursor: null, ...changes }
    const { records, waiting, overdue } = await as(who).call('queue', input)
    return { ids: records.map(({ id }) => id), waiting, overdue }
  }
  const honour = (platformId: string) =>
    record({
      platformId,
      payload: {
        kind: 'honour',
        honour: 'service-star',
        title: '服务之星',
        issuer: '省工信厅',
        conferredOn: '2023-06-01',
        story: '',
        proof: '',
        photos: [],
      },
    })

  it('shows a city with its counties, a county alone, and nothing outside of the area', async () => {
    const [city, county, other] = [honour('p-changsha'), honour('p-changsha-county'), honour('p-zhuzhou')]
    await recording('阿丽').call('push', { records: [city] })
    await recording('小吴').call('push', { records: [county] })
    await recording('老李').call('push', { records: [other] })
    const found = async (who: Name, areaCode: string | null) => (await ids(who, { areaCode })).ids.sort()
    expect(await found('省平台', '430100')).toEqual([city.id, county.id].sort())
    expect(await found('省平台', '430121')).toEqual([county.id])
    expect(await found('省平台', null)).toEqual([city.id, county.id, other.id].sort())
    expect(await found('小陈', '430200')).toEqual([])
    expect((await as('小陈').refused('queue', { state: 'submitted', areaCode: '4301' })).code).toBe(
      'INVALID_INPUT',
    )
  })

  it('shows what has waited longer than so many working days, and counts the overdue', async () => {
    // Received on Thursday, 15 June; the 22nd and 23rd are a holiday, the 25th a working Sunday.
    const waiting = async (day: string, waitedLongerThan: number) => {
      clock.now = new Date(`${day}T02:00:00Z`)
      return (await ids('小邓', { waitedLongerThan })).ids.length
    }
    expect([await waiting('2023-06-19', 2), await waiting('2023-06-20', 2)]).toEqual([0, 1])
    expect([await waiting('2023-06-25', 5), await waiting('2023-06-26', 5)]).toEqual([0, 1])
    expect((await ids('小邓', {})).overdue).toBeGreaterThan(0)
    expect((await ids('省平台', { waitedLongerThan: 5 })).ids).toHaveLength(3)
    at(0)
    expect((await ids('小邓', {})).overdue).toBe(0)
    clock.now = new Date('2099-06-15T02:00:00Z')
    expect(await ids('小邓', { waitedLongerThan: 5 })).toMatchObject({ ids: [], overdue: 0 })
  })
})
