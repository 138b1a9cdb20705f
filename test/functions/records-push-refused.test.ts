/** `records`: what is refused when a phone pushes, and what conflicts with what is there. */
import { randomUUID } from 'node:crypto'
import { activity, demand, record, revised } from './harness'
import { recordsWorld, unstorable } from './recording'

const { as, push, pushOne, refuseUnstorable, reviewing, revisionsOf } = recordsWorld()

describe('pushing: what is refused', () => {
  it('refuses people who record for no platform', async () => {
    for (const name of ['小陈', '省平台', '王总', '路人'] as const) {
      expect(await as(name).refused('push', { records: [record()] })).toMatchObject({ code: 'NOT_ALLOWED' })
    }
  })

  it('refuses records of another platform or of none, and says nothing of what is there', async () => {
    const theirs = record({ platformId: 'p-zhuzhou' })
    await push('老李', theirs)
    for (const pushed of [
      theirs,
      record({ platformId: 'p-changsha-county' }),
      record({ platformId: 'p-nowhere' }),
    ]) {
      expect(await pushOne('阿丽', pushed)).toMatchObject({
        outcome: 'refused',
        code: 'NOT_ALLOWED',
        server: null,
      })
    }
  })

  it('refuses a record under an id that another platform has, and says nothing of that one', async () => {
    const theirs = record({ platformId: 'p-zhuzhou' })
    await push('老李', theirs)
    const mine = record({ id: theirs.id })
    expect(await pushOne('阿丽', mine)).toMatchObject({
      outcome: 'refused',
      code: 'CONTENT_CONFLICT',
      server: null,
    })
    expect(await revisionsOf(theirs.id)).toHaveLength(1)
  })

  it('refuses content that its hash does not name', async () => {
    const pushed = { ...record(), payload: activity({ attendances: 13 }) }
    expect(await pushOne('阿丽', pushed)).toMatchObject({ outcome: 'refused', code: 'HASH_MISMATCH' })
    expect(await revisionsOf(pushed.id)).toEqual([])
  })

  it('refuses a record of more than 64 KB and a time of a million digits, and names the field', async () => {
    const heavy = activity({
      ...{ announcement: '长'.repeat(9_000), summary: '长'.repeat(10_000), outcome: '长'.repeat(9_000) },
    })
    const endless = activity({ startsAt: `2023-06-15T01:00:00.${'0'.repeat(1_000_000)}Z` })
    for (const [payload, field] of [
      [heavy, 'payload.summary'],
      [endless, 'payload.startsAt'],
    ] as const)
      expect(await pushOne('阿丽', record({ payload }))).toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringContaining(`(${field})`),
      })
  })

  it('names the field of wrong input', async () => {
    const late = record({ payload: activity({ endsAt: '2023-06-14T01:00:00Z' }) })
    expect(await pushOne('阿丽', late)).toMatchObject({
      outcome: 'refused',
      code: 'INVALID_INPUT',
      message: expect.stringContaining('结束时间不能早于开始时间(payload.endsAt)'),
    })
    expect(await pushOne('阿丽', { id: randomUUID() })).toMatchObject({ code: 'INVALID_INPUT', revision: 1 })
    expect(await pushOne('阿丽', { ...record(), state: 'approved' })).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it.each([
    ['half a character', activity({ title: '对接会\ud83d' })],
    ['a zero character', activity({ summary: 'a\u0000b' })],
  ])('refuses %s, which the database cannot hold', async (_, payload) => {
    expect(await pushOne('阿丽', record({ payload }))).toMatchObject({
      outcome: 'refused',
      code: 'INVALID_INPUT',
    })
  })

  it('refuses more than 50 at a time', async () => {
    const records = Array.from({ length: 51 }, () => record())
    expect(await as('阿丽').refused('push', { records })).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it.each([
    ['startsAt', activity({ startsAt: '2016-12-31T15:59:00Z', endsAt: '2016-12-31T15:59:00Z' })],
    ['startsAt', activity({ startsAt: '2024-06-21T02:00:00Z', endsAt: '2024-06-21T03:00:00Z' })],
    ['endsAt', activity({ startsAt: '2023-06-20T02:00:00Z', endsAt: '2032-06-20T02:00:00Z' })],
    ['receivedAt', { ...demand(), receivedAt: '2003-06-20T02:00:00Z', publishedAt: null }],
    ['publishedAt', { ...demand(), receivedAt: '2023-06-19T02:00:00Z', publishedAt: '2025-06-20T02:00:00Z' }],
  ])('refuses a date that is a typing error, naming the field %s', async (field, payload) => {
    const pushed = record({ payload })
    const result = await pushOne('阿丽', pushed)
    expect(result).toMatchObject({ outcome: 'refused', code: 'INVALID_INPUT', server: null })
    expect(result.message).toContain(`payload.${field}`)
    expect(await revisionsOf(pushed.id)).toEqual([])
  })

  it('keeps what a phone accepted and lies ahead, and an activity that lies ahead', async () => {
    const ahead = { ...demand(), receivedAt: '2023-09-20T02:00:00Z', publishedAt: null }
    const planned = activity({ startsAt: '2024-05-20T02:00:00Z', endsAt: '2024-05-20T04:00:00Z' })
    for (const payload of [ahead, planned])
      expect(await pushOne('阿丽', record({ payload }))).toMatchObject({ outcome: 'stored' })
  })

  it('stores the others of a batch in which some are refused', async () => {
    const good = [record(), record(), record({ payload: demand() })]
    const bad = [
      record({ platformId: 'p-zhuzhou' }),
      { ...record(), hash: '0'.repeat(64) },
      { id: randomUUID() },
    ]
    await refuseUnstorable()
    const impossible = record({ payload: unstorable })
    const results = await push('阿丽', good[0], bad[0], good[1], impossible, bad[1], bad[2], good[2])
    expect(results.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'stored',
      'NOT_ALLOWED',
      'stored',
      'INVALID_INPUT',
      'HASH_MISMATCH',
      'INVALID_INPUT',
      'stored',
    ])
    expect(results.map(({ id }) => id)).toEqual(
      [good[0], bad[0], good[1], impossible, bad[1], bad[2], good[2]].map((pushed) => pushed?.id),
    )
    for (const { id } of good) expect(await revisionsOf(id)).toHaveLength(1)
    expect(await revisionsOf(impossible.id)).toEqual([])
  })
})

describe('pushing: conflicts', () => {
  it('refuses other content under the same revision, and shows where the server stands', async () => {
    const first = record()
    await push('阿丽', first)
    const other = record({ id: first.id, payload: activity({ attendances: 99 }) })
    expect(await pushOne('小美', other)).toEqual({
      id: first.id,
      revision: 1,
      hash: other.hash,
      outcome: 'refused',
      code: 'CONTENT_CONFLICT',
      message: expect.any(String),
      server: { revision: 1, hash: first.hash, state: 'submitted' },
    })
  })

  it('refuses a revision that follows an old one, or none', async () => {
    const first = record()
    const second = revised(first, activity({ attendances: 20 }))
    await push('阿丽', first)
    await push('阿丽', second)
    expect(await pushOne('小美', first)).toMatchObject({ code: 'REVISION_CONFLICT', server: { revision: 2 } })
    const fourth = { ...revised(second, activity({ attendances: 21 })), revision: 4 }
    expect(await pushOne('小美', fourth)).toMatchObject({
      code: 'REVISION_CONFLICT',
      server: { revision: 2 },
    })
  })

  it('takes a revision that skips some if it was made on the one in force, and none of those afterwards', async () => {
    const first = record()
    const second = revised(first, activity({ attendances: 20 }))
    const fourth = { ...revised(second, activity({ attendances: 21 })), revision: 4, basedOn: 1 }
    await push('阿丽', first)
    expect(await pushOne('阿丽', fourth)).toMatchObject({ outcome: 'stored', server: { revision: 4 } })
    for (const late of [
      second,
      { ...second, revision: 3, basedOn: 1 },
      { ...second, revision: 5, basedOn: 1 },
    ]) {
      expect(await pushOne('阿丽', late)).toMatchObject({
        code: 'REVISION_CONFLICT',
        server: { revision: 4 },
      })
    }
    expect(await as('阿丽').call('get', { id: first.id })).toMatchObject({ revision: 4, hash: fourth.hash })
  })

  it('refuses a change without a reason', async () => {
    const first = record()
    await push('阿丽', first)
    const second = revised(first, activity({ attendances: 20 }), '')
    expect(await pushOne('阿丽', second)).toMatchObject({ code: 'REASON_REQUIRED', server: { revision: 1 } })
  })

  it('refuses to change what is approved or withdrawn', async () => {
    const [approved, withdrawn] = [record(), record()]
    await push('阿丽', approved, withdrawn)
    await reviewing('小陈').call('approve', { id: approved.id, revision: 1, approvedAttendances: null })
    await as('阿丽').call('withdraw', { id: withdrawn.id, revision: 1, reason: '重复登记' })
    for (const [first, state] of [[approved, 'approved'] as const, [withdrawn, 'withdrawn'] as const]) {
      expect(await pushOne('阿丽', revised(first, activity({ attendances: 20 })))).toMatchObject({
        code: 'STATE_NOT_POSSIBLE',
        server: { revision: 1, state },
      })
    }
  })

  it('stores one of two changes made at the same time, and refuses the other', async () => {
    const first = record()
    await push('阿丽', first)
    const changes = [20, 21, 22, 23].map((attendances) => revised(first, activity({ attendances })))
    const results = await Promise.all(changes.map((change) => pushOne('阿丽', change)))
    expect(results.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1)
    expect(results.filter(({ code }) => code === 'CONTENT_CONFLICT')).toHaveLength(3)
    expect(await revisionsOf(first.id)).toHaveLength(2)
  })
})
