/** Ways to cheat, each acted out through the functions: it is refused, or flagged before the reviewer; none is silent. */
import { randomUUID } from 'node:crypto'
import { createFunction as createReview } from '../../cloudfunctions/review/create-function'
import type { Input } from '../../src/shared/contract'
import type { RiskFlag, RiskFlagKind } from '../../src/shared/flags'
import { type ActivityPayload, type PushedRecord, type RecordPayload } from '../../src/shared/records'
import { confirmWorld, during } from './confirming'
import { activity, demand, host, record, revised, type Name } from './harness'

const world = confirmWorld()
const { as, at, clock, enterprise, pressed, records, somebody } = world
const reviewing = host(world, 'review', createReview)

type Who = Name | { openid: string }
let made = 0
/** Unlike every other one, so that only what a row does makes it a twin. */
const plain = (changes: Partial<ActivityPayload> = {}): ActivityPayload => {
  made += 1
  return activity({
    title: `讲座 ${made}`,
    place: { name: `园区 ${made}`, method: 'typed' },
    attendances: 0,
    announcement: `通知 ${made}`,
    ...changes,
  })
}
const push = (who: Name, ...pushed: PushedRecord[]) => records(who).call('push', { records: pushed })
async function pushed(payload: RecordPayload, who: Name = '阿丽', platformId = 'p-changsha') {
  const sent = record({ payload, platformId, filledAt: clock.now.toISOString() })
  const { results } = await push(who, sent)
  if (results[0]?.outcome !== 'stored') throw new Error(JSON.stringify(results))
  return sent
}
async function held(changes: Partial<ActivityPayload> = {}, who: Name = '阿丽', platformId = 'p-changsha') {
  const sent = await pushed(plain(changes), who, platformId)
  const { token } = await as(who).call('issueCode', { activityId: sent.id, kind: 'poster' })
  return { ...sent, token }
}
const scan = (who: Who, token: string, more: Partial<Input<'confirm', 'confirm'>> = {}) =>
  as(who).call('confirm', { token, pressedAt: pressed(), ...more })
const entry = (own = enterprise()) => ({
  ...{ id: randomUUID(), enterprise: own, source: 'staff-entry' as const },
  at: pressed(),
})
const order = (own = enterprise()): RecordPayload => ({
  ...{ kind: 'transaction', enterprise: own, service: '检测', order: 'DD-2023-001' },
  ...{ completedAt: '2023-06-15T01:00:00Z', confirmedByBoth: true },
})
const certificate = (title: string): RecordPayload => ({
  ...{ kind: 'honour', honour: 'national-or-provincial-honour', title, issuer: '省工信厅' },
  ...{ conferredOn: '2023-06-01', story: '', proof: '', photos: [] },
})
const changedTo = async (before: PushedRecord, changes: Partial<ActivityPayload>) => {
  if (before.payload.kind !== 'activity') throw new Error('no activity')
  const next = { ...revised(before, { ...before.payload, ...changes }), filledAt: clock.now.toISOString() }
  const { results } = await push('阿丽', next)
  expect(results).toMatchObject([{ outcome: 'stored' }])
}
/** Held, confirmed by a guest, and then made into something else. */
const switched = async (changes: Partial<ActivityPayload>) => {
  const one = await held()
  await scan((await somebody()).who, one.token)
  await changedTo(one, changes)
  return one.id
}
/** One enterprise at two activities that overlap, the second of another platform or not. */
const twoPlaces = async (who: Name, platformId: string) => {
  const [here, there] = [await held(), await held({}, who, platformId)]
  const guest = await somebody()
  await scan(guest.who, here.token)
  await scan(guest.who, there.token)
  return here.id
}
const flagsOf = async (id: string, who: Name = '省平台') => (await reviewing(who).call('get', { id })).flags
const seen = ({ id, revision }: PushedRecord) => ({ id, revision })

/** Each returns the record before the reviewer. */
const flagged: [cheat: string, kind: RiskFlagKind, act: () => Promise<string>][] = [
  [
    'one person scans for three enterprises',
    'one-phone',
    async () => {
      const one = await held()
      const who = { openid: `openid-${randomUUID()}` }
      for (let times = 0; times < 3; times += 1) {
        at(times)
        await somebodyAgain(who)
        await scan(who, one.token)
      }
      return one.id
    },
  ],
  [
    'a desk full of phones scans within seconds',
    'burst',
    async () => {
      const one = await held()
      for (let times = 0; times < 8; times += 1) await scan((await somebody()).who, one.token)
      return one.id
    },
  ],
  [
    'a picture of the poster is scanned at home',
    'far',
    async () => {
      const one = await held({
        place: { name: '麓谷', method: 'located', latitude: 28.2282, longitude: 112.9388 },
      })
      await scan((await somebody()).who, one.token, { place: { latitude: 28.4, longitude: 112.9388 } })
      return one.id
    },
  ],
  [
    'a colleague scans as a guest',
    'own-member',
    async () => {
      const one = await held()
      await somebodyAgain({ openid: openid('小美') })
      await scan('小美', one.token)
      return one.id
    },
  ],
  [
    'staff type in who never came',
    'staff-entries',
    async () => {
      const one = await held()
      await scan((await somebody()).who, one.token)
      await as('阿丽').call('enter', { activityId: one.id, entries: [entry(), entry()] })
      return one.id
    },
  ],
  ['more 家次 are declared than confirmed', 'declared', async () => (await held({ attendances: 30 })).id],
  [
    'a phone says that it pressed the button long ago',
    'time-unverified',
    async () => {
      const one = await held()
      at(60)
      await scan((await somebody()).who, one.token, { pressedAt: new Date(during).toISOString() })
      return one.id
    },
  ],
  [
    'a confirmation arrives after the window',
    'late',
    async () => {
      const one = await held()
      at(5 * 60)
      await scan((await somebody()).who, one.token, { pressedAt: new Date(during).toISOString() })
      return one.id
    },
  ],
  [
    'the list was written before the activity',
    'early',
    async () => {
      const one = await held({ startsAt: '2023-06-15T08:00:00Z', endsAt: '2023-06-15T09:00:00Z' })
      await as('阿丽').call('enter', { activityId: one.id, entries: [entry()] })
      return one.id
    },
  ],
  ['guests of a party become those of a training', 'changed', () => switched({ title: '高质量发展培训' })],
  ['guests of a lecture become those of a matching event', 'changed', () => switched({ category: 'policy' })],
  [
    'an activity moves to a month that lacks one',
    'changed',
    () => switched({ startsAt: '2023-05-15T01:00:00Z', endsAt: '2023-05-15T04:00:00Z' }),
  ],
  [
    'an activity moves to another park',
    'changed',
    () => switched({ place: { name: '另一个园区', method: 'typed' } }),
  ],
  [
    'an activity moves away from its confirmations to the past',
    'late',
    () => switched({ startsAt: '2023-05-15T01:00:00Z', endsAt: '2023-05-15T04:00:00Z' }),
  ],
  [
    'an activity moves away from its confirmations to the future',
    'early',
    () => switched({ startsAt: '2023-06-16T01:00:00Z', endsAt: '2023-06-16T04:00:00Z' }),
  ],
  [
    'one order is entered twice',
    'same-order',
    async () => {
      const own = enterprise()
      await pushed({ ...order(own), service: '咨询' } as RecordPayload)
      return (await pushed(order(own))).id
    },
  ],
  [
    'one order is entered by two platforms',
    'same-order',
    async () => {
      const own = enterprise()
      await pushed({ ...order(own), service: '咨询' } as RecordPayload, '老李', 'p-zhuzhou')
      return (await pushed(order(own))).id
    },
  ],
  [
    'one content is pushed under two ids',
    'same-content',
    async () => {
      const content = plain()
      await pushed(content)
      return (await pushed(content)).id
    },
  ],
  [
    'two colleagues enter one event, with other words around it',
    'same-event',
    async () => {
      const one = plain({ title: '园区 讲座（一）', place: { name: '高新 孵化楼', method: 'typed' } })
      await pushed(one)
      const again = { ...one, title: '园区讲座(一)', place: { name: '高新孵化楼', method: 'typed' as const } }
      return (
        await pushed({ ...again, startsAt: '2023-06-15T03:30:00Z', endsAt: '2023-06-15T06:00:00Z' }, '小美')
      ).id
    },
  ],
  [
    'one certificate is entered by two platforms',
    'same-certificate',
    async () => {
      await pushed(certificate('省级示范平台'), '老李', 'p-zhuzhou')
      return (await pushed({ ...certificate('省级示范平台'), proof: '见附件' } as RecordPayload)).id
    },
  ],
  [
    'one photo proves two activities',
    'same-photo',
    async () => {
      const photo = { sha256: '7'.repeat(64), size: 1_000 }
      await pushed(plain({ photos: [{ id: randomUUID(), ...photo }] }))
      return (await pushed(plain({ photos: [{ id: randomUUID(), ...photo }] }))).id
    },
  ],
  [
    'one demand is entered twice with another purpose',
    'same-demand',
    async () => {
      const own = { ...demand(), enterprise: enterprise() } as RecordPayload
      await pushed(own)
      return (await pushed({ ...own, purpose: '流动资金' } as RecordPayload)).id
    },
  ],
  [
    'one enterprise is at two places of a platform at a time',
    'elsewhere',
    () => twoPlaces('阿丽', 'p-changsha'),
  ],
  [
    'one enterprise is lent to another platform at the same time',
    'elsewhere',
    () => twoPlaces('老李', 'p-zhuzhou'),
  ],
  [
    'an activity of months takes whoever comes by',
    'long',
    async () => (await held({ endsAt: '2023-07-20T04:00:00Z' })).id,
  ],
  [
    'an activity of last year turns up before the ranking',
    'old',
    async () =>
      (await pushed(plain({ startsAt: '2023-02-01T01:00:00Z', endsAt: '2023-02-01T03:00:00Z' }))).id,
  ],
  [
    'a transaction is entered before it is done',
    'ahead',
    async () => (await pushed({ ...order(), completedAt: '2023-06-15T20:00:00Z' } as RecordPayload)).id,
  ],
  [
    'a phone is set ahead',
    'clock',
    async () => {
      const sent = record({ payload: plain(), filledAt: '2023-06-25T01:00:00Z' })
      await push('阿丽', sent)
      return sent.id
    },
  ],
  [
    'an activity of nobody is approved',
    'approved-zero',
    async () => {
      const one = await pushed(plain())
      await reviewing('小陈').call('approve', { ...seen(one), approvedAttendances: 0 })
      return one.id
    },
  ],
]

async function somebodyAgain({ openid: own }: { openid: string }) {
  await world.session({ openid: own }).call('bindEnterprise', enterprise())
}
const openid = (name: Name) => `openid-${Buffer.from(name).toString('hex')}`

describe('is flagged before the reviewer, and never approved with a batch:', () => {
  it.each(flagged)('%s (%s)', async (_, kind, act) => {
    const id = await act()
    expect((await flagsOf(id)).map((flag) => flag.kind)).toContain(kind)
    const { revision, state } = await reviewing('小陈').call('get', { id })
    if (state !== 'submitted') return
    const { results } = await reviewing('小陈').call('approveMany', { records: [{ id, revision }] })
    expect(results).toMatchObject([{ approved: false, code: 'HAS_SIGNS' }])
  })
})

/** Each returns the code of the refusal. */
const refused: [cheat: string, code: string, act: () => Promise<string | null | undefined>][] = [
  [
    'a reviewer approves what they entered themselves',
    'OWN_RECORD',
    async () => {
      const one = await pushed(plain(), '小方')
      return (await reviewing('小方').refused('approve', { ...seen(one), approvedAttendances: 5 })).code
    },
  ],
  [
    'a code is made up',
    'TOKEN_UNKNOWN',
    async () =>
      (
        await as((await somebody()).who).refused('confirm', {
          token: 'ABCDEFGHIJKLMNOP',
          pressedAt: pressed(),
        })
      ).code,
  ],
  [
    'a code is scanned after the window',
    'TOKEN_CLOSED',
    async () => {
      const { token } = await held()
      at(24 * 60)
      return (await as((await somebody()).who).refused('confirm', { token, pressedAt: pressed() })).code
    },
  ],
  [
    'a code is scanned before the window',
    'TOKEN_NOT_YET_OPEN',
    async () => {
      const { token } = await held({ startsAt: '2023-06-15T08:00:00Z', endsAt: '2023-06-15T09:00:00Z' })
      return (await as((await somebody()).who).refused('confirm', { token, pressedAt: pressed() })).code
    },
  ],
  [
    'a picture of a rotating code is passed on',
    'TOKEN_REPLAYED',
    async () => {
      const { id } = await held()
      const { token } = await as('阿丽').call('issueCode', { activityId: id, kind: 'rotating' })
      await scan((await somebody()).who, token)
      at(20)
      return (await as((await somebody()).who).refused('confirm', { token, pressedAt: pressed() })).code
    },
  ],
  [
    'a phone tries again and again',
    'RATE_LIMITED',
    async () => {
      const { who } = await somebody()
      const guess = { token: 'ABCDEFGHIJKLMNOP', pressedAt: pressed() }
      for (let times = 0; times < 12; times += 1) await as(who).refused('confirm', guess)
      return (await as(who).refused('confirm', guess)).code
    },
  ],
  [
    'a record is entered for another platform',
    'NOT_ALLOWED',
    async () => (await push('阿丽', record({ platformId: 'p-zhuzhou', payload: plain() }))).results[0]?.code,
  ],
  [
    'a confirmed activity changes its platform',
    'CONTENT_CONFLICT',
    async () => {
      const one = await held()
      await scan((await somebody()).who, one.token)
      const moved = record({ ...seen(one), platformId: 'p-zhuzhou', payload: one.payload })
      const [result] = (await push('老李', moved)).results
      expect(result?.outcome).toBe('refused')
      return result?.code
    },
  ],
  [
    'a year is typed that no document covers',
    'INVALID_INPUT',
    async () => {
      const years = { startsAt: '2003-06-15T01:00:00Z', endsAt: '2003-06-15T04:00:00Z' }
      return (await push('阿丽', record({ payload: plain(years) }))).results[0]?.code
    },
  ],
  [
    'a content is exchanged on the way',
    'HASH_MISMATCH',
    async () => (await push('阿丽', { ...record(), payload: plain() })).results[0]?.code,
  ],
  [
    'a newer content is slipped below an approval',
    'REVISION_CONFLICT',
    async () => {
      const one = await held()
      await changedTo(one, { attendances: 50 })
      return (await reviewing('小陈').refused('approve', { ...seen(one), approvedAttendances: null })).code
    },
  ],
  [
    'a batch holds more than the reviewer was told',
    'APPROVAL_CHANGED',
    async () => {
      const one = await pushed(
        demand({
          enterprise: enterprise(),
          receivedAt: '2023-06-14T01:00:00Z',
          publishedAt: '2023-06-14T08:00:00Z',
        }),
      )
      const expected = { records: 1, attendances: 3, kinds: { demand: 1 }, platforms: { 'p-changsha': 1 } }
      const input = { records: [seen(one)], expected }
      const { code } = await reviewing('小陈').refused('approveMany', input)
      expect(await reviewing('小陈').call('get', { id: one.id })).toMatchObject({ state: 'submitted' })
      const told = { ...expected, attendances: 0 }
      const { results } = await reviewing('小陈').call('approveMany', { ...input, expected: told })
      expect(results).toMatchObject([{ approved: true, code: null }])
      return code
    },
  ],
]

describe('is refused:', () => {
  it.each(refused)('%s (%s)', async (_, code, act) => {
    expect(await act()).toBe(code)
  })
})

it('makes at least 25 ways', () => {
  expect(flagged.length + refused.length).toBeGreaterThanOrEqual(25)
})

describe('a flag tells', () => {
  const flagOf = async (id: string, kind: RiskFlagKind, who: Name = '小陈'): Promise<RiskFlag | undefined> =>
    (await flagsOf(id, who)).find((flag) => flag.kind === kind)

  it('what was changed and how many saw it before; the participant sees both', async () => {
    const one = await held({ title: '春茶品鉴' })
    const guest = await somebody()
    await scan(guest.who, one.token)
    await changedTo(one, { title: '数字化培训' })
    const change = { field: 'title', from: '春茶品鉴', to: '数字化培训', count: 1 }
    expect(await flagOf(one.id, 'changed')).toMatchObject({ count: 1, changes: [change] })
    const { participations } = await as(guest.who).call('mine', {})
    expect(participations).toMatchObject([{ title: '春茶品鉴', changes: [change] }])
    await changedTo({ ...one, revision: 2 }, { title: '春茶品鉴', summary: '补充' })
    expect(await flagOf(one.id, 'changed')).toBeUndefined()
  })

  it('its twins, and of another platform only to who may see it', async () => {
    const own = enterprise()
    const theirs = await pushed(order(own), '老李', 'p-zhuzhou')
    const ours = await pushed({ ...order(own), service: '咨询' } as RecordPayload)
    const hidden = { recordId: null, title: null, platformName: null, date: null }
    expect((await flagOf(ours.id, 'same-order'))?.twins).toEqual([hidden])
    expect((await flagOf(ours.id, 'same-order', '省平台'))?.twins).toMatchObject([
      { recordId: theirs.id, title: '检测', platformName: '株洲市窗口平台' },
    ])
    // The twin is flagged as well, and no longer when the other one is withdrawn.
    expect(await flagOf(theirs.id, 'same-order', '省平台')).toMatchObject({ count: 1 })
    await records('阿丽').call('withdraw', { ...seen(ours), reason: '重复' })
    expect(await flagOf(theirs.id, 'same-order', '省平台')).toBeUndefined()
    expect(await flagsOf(ours.id)).toEqual([])
  })

  it('nothing of joint events, of online ones, and of one day after the other', async () => {
    const title = { title: '联合对接会', place: { name: '会展中心', method: 'typed' as const } }
    const [city, county] = [await held(title), await held(title, '老李', 'p-zhuzhou')]
    const online = await held({ online: true })
    const later = await held({ startsAt: '2023-06-15T04:00:00Z', endsAt: '2023-06-15T05:00:00Z' })
    const guest = await somebody()
    for (const { token } of [city, county, online]) await scan(guest.who, token)
    at(110)
    await scan(guest.who, later.token)
    for (const { id } of [city, county, online, later]) {
      const kinds = (await flagsOf(id)).map(({ kind }) => kind)
      expect(kinds).not.toContain('elsewhere')
      expect(kinds).not.toContain('same-event')
    }
  })

  it('the queue by its kind', async () => {
    const one = await held({ endsAt: '2023-08-20T04:00:00Z' })
    const ask = async (flag: RiskFlagKind | null) => {
      const { records: found } = await reviewing('小陈').call('queue', {
        ...{ state: 'submitted', platformId: 'p-changsha', kind: null, cursor: null, flag },
      })
      return found
    }
    const long = await ask('long')
    expect(long.map(({ id }) => id)).toContain(one.id)
    expect(long.every(({ flags }) => flags.some(({ kind }) => kind === 'long'))).toBe(true)
    expect((await reviewing('小陈').refused('queue', { state: 'submitted', flag: 'unknown' })).code).toBe(
      'INVALID_INPUT',
    )
  })
})
