/** `records`: what is stored when a phone pushes. */
import { activity, record, revised } from './harness'
import { recordsWorld } from './recording'

const { as, clock, deedsOf, push, pushOne, reviewing, revisionsOf, versionOf } = recordsWorld()

describe('pushing: what is stored', () => {
  it('stores a new record, keeps what was sent as it came, and writes who did it', async () => {
    const pushed = record({ payload: activity({ title: '园区贷款对接会' }) })
    const sent = { ...pushed, payload: { ...pushed.payload, title: '  园区贷款对接会 ' } }
    expect(await pushOne('阿丽', sent)).toEqual({
      id: pushed.id,
      revision: 1,
      hash: pushed.hash,
      outcome: 'stored',
      code: null,
      message: null,
      server: { revision: 1, hash: pushed.hash, state: 'submitted' },
    })
    expect(await revisionsOf(pushed.id)).toMatchObject([{ revision: 1, sent }])
    const stored = await as('阿丽').call('get', { id: pushed.id })
    expect(stored).toMatchObject({
      platformName: '长沙市窗口平台',
      payload: pushed.payload,
      date: '2023-06-15',
      receivedAt: clock.now.toISOString(),
      state: 'submitted',
      returnReason: null,
      approvedAttendances: null,
      missingPhotos: [],
      participants: { scan: 0, staffScan: 0, staffEntry: 0 },
      clockSuspect: false,
    })
    expect(await deedsOf(pushed.id)).toMatchObject([
      { action: 'submit', platform_id: 'p-changsha', revision: 1, from_state: null, to_state: 'submitted' },
    ])
  })

  it('takes the same record again as success, from whomever, also four times at once', async () => {
    const pushed = record()
    const results = await Promise.all(
      (['阿丽', '小美', '老周', '阿丽'] as const).map((name) => pushOne(name, pushed)),
    )
    expect(results.map(({ outcome }) => outcome).sort()).toEqual([
      'repeated',
      'repeated',
      'repeated',
      'stored',
    ])
    await reviewing('小陈').call('approve', { id: pushed.id, revision: 1, approvedAttendances: null })
    expect(await pushOne('阿丽', pushed)).toMatchObject({
      outcome: 'repeated',
      server: { state: 'approved' },
    })
    expect(await revisionsOf(pushed.id)).toHaveLength(1)
    expect((await deedsOf(pushed.id)).map(({ action }) => action)).toEqual(['submit', 'approve'])
  })

  it('takes a first push in any revision, since a phone may change a record before it sends it', async () => {
    const pushed = record({ revision: 3 })
    expect(await pushOne('阿丽', pushed)).toMatchObject({ outcome: 'stored', revision: 3 })
    expect(await pushOne('阿丽', revised(pushed, activity({ attendances: 20 })))).toMatchObject({
      outcome: 'stored',
    })
  })

  it('stores two revisions of a record in one batch one after the other', async () => {
    const first = record()
    const second = revised(first, activity({ attendances: 20 }))
    const results = await push('阿丽', first, record(), second)
    expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'stored'])
    expect(await as('阿丽').call('get', { id: first.id })).toMatchObject({ revision: 2, hash: second.hash })
  })

  it('submits a returned record anew, and the old decision ends', async () => {
    const first = record()
    await push('阿丽', first)
    await reviewing('小陈').call('return', { id: first.id, revision: 1, reason: '缺少成效' })
    const second = revised(first, activity({ outcome: '5 家达成意向' }))
    expect(await pushOne('阿丽', second)).toMatchObject({ outcome: 'stored', server: { state: 'submitted' } })
    expect(await as('阿丽').call('get', { id: first.id })).toMatchObject({
      state: 'submitted',
      returnReason: null,
    })
  })

  it('suspects the clock of a phone that is more than a day ahead, and still stores the record', async () => {
    const at = (ms: number) => record({ filledAt: new Date(clock.now.getTime() + ms).toISOString() })
    const day = 24 * 60 * 60 * 1000
    const [ahead, nearly, longAgo] = [at(day + 1), at(day), at(-90 * day)]
    await push('阿丽', ahead, nearly, longAgo)
    const suspected = await Promise.all(
      [ahead, nearly, longAgo].map(({ id }) => as('阿丽').call('get', { id })),
    )
    expect(suspected.map(({ clockSuspect }) => clockSuspect)).toEqual([true, false, false])
  })

  it('marks the month as changed, and both months when the day of the act moves', async () => {
    const [march, april] = [await versionOf('2023-03'), await versionOf('2023-04')]
    const inMarch = record({
      payload: activity({ startsAt: '2023-03-31T15:00:00Z', endsAt: '2023-03-31T15:30:00Z' }),
    })
    await push('阿丽', inMarch)
    expect([await versionOf('2023-03'), await versionOf('2023-04')]).toEqual([march + 1, april])
    // 16:00 UTC is midnight in Shanghai: the first of April.
    const moved = activity({ startsAt: '2023-03-31T16:00:00Z', endsAt: '2023-03-31T16:30:00Z' })
    await push('阿丽', revised(inMarch, moved))
    expect([await versionOf('2023-03'), await versionOf('2023-04')]).toEqual([march + 2, april + 1])
    expect(await pushOne('阿丽', record({ ...revised(inMarch, moved) }))).toMatchObject({
      outcome: 'repeated',
    })
    expect([await versionOf('2023-03'), await versionOf('2023-04')]).toEqual([march + 2, april + 1])
  })
})
