/** `records`: pushing, pulling, withdrawing, photos. */
import { randomUUID } from 'node:crypto'
import { createFunction as createReview } from '../../cloudfunctions/review/create-function'
import type { PushResult, StoredRecord } from '../../src/shared/contract'
import type { PushedRecord } from '../../src/shared/records'
import { activity, createRecords, demand, host, record, revised, world, type Name } from './harness'

const everything = world()
const { database, clock, log } = everything
const as = host(everything, 'records', createRecords)
const reviewing = host(everything, 'review', createReview)

/** Sent as a phone sends it: as JSON, so that nothing but data arrives. */
const sentForm = (pushed: unknown): { id: string } => JSON.parse(JSON.stringify(pushed))

async function push(who: Name, ...records: unknown[]): Promise<PushResult[]> {
  return (await as(who).call('push', { records: records.map(sentForm) })).results
}
async function pushOne(who: Name, pushed: unknown): Promise<PushResult> {
  const [result] = await push(who, pushed)
  if (!result) throw new Error('no result')
  return result
}
const atTheEndOfTime = activity({ startsAt: '9999-12-31T20:00:00Z', endsAt: '9999-12-31T21:00:00Z' })
const revisionsOf = (id: string) =>
  database
    .selectFrom('record_revisions')
    .selectAll()
    .where('record_id', '=', id)
    .orderBy('revision')
    .execute()
const deedsOf = (id: string) =>
  database.selectFrom('audit_log').selectAll().where('subject', '=', id).orderBy('id').execute()
const versionOf = async (month: string, platformId = 'p-changsha') => {
  const row = await database
    .selectFrom('month_versions')
    .select('version')
    .where('platform_id', '=', platformId)
    .where('month', '=', month)
    .executeTakeFirst()
  return row?.version ?? 0
}

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

  it('stores the others of a batch in which some are refused', async () => {
    const good = [record(), record(), record({ payload: demand() })]
    const bad = [
      record({ platformId: 'p-zhuzhou' }),
      { ...record(), hash: '0'.repeat(64) },
      { id: randomUUID() },
    ]
    // Falls on a day of the year 10000 in Shanghai, which only the database refuses.
    const impossible = record({ payload: atTheEndOfTime })
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

describe('pulling', () => {
  const pullAll = async (who: Name, platformId: string, from: string | null = null) => {
    const seen: StoredRecord[] = []
    let cursor = from
    for (;;) {
      const page = await as(who).call('pull', { platformId, cursor })
      seen.push(...page.records)
      cursor = page.cursor
      if (!page.more) return { seen, cursor }
    }
  }

  it('refuses another platform, an enterprise, and a cursor that is none', async () => {
    expect(await as('阿丽').refused('pull', { platformId: 'p-zhuzhou', cursor: null })).toMatchObject({
      code: 'NOT_ALLOWED',
    })
    expect(await as('小陈').refused('pull', { platformId: 'p-zhuzhou', cursor: null })).toMatchObject({
      code: 'NOT_ALLOWED',
    })
    expect(await as('王总').refused('pull', { platformId: 'p-changsha', cursor: null })).toMatchObject({
      code: 'NOT_ALLOWED',
    })
    for (const cursor of ['x', '-1', '1 or 1=1', '99999999999999999999']) {
      expect(await as('阿丽').refused('pull', { platformId: 'p-changsha', cursor })).toMatchObject({
        code: 'INVALID_INPUT',
      })
    }
  })

  it('gives nothing of another platform, and to a reviewer and the province what they ask for', async () => {
    await push('小吴', record({ platformId: 'p-changsha-county' }))
    await push('阿丽', record())
    for (const who of ['小吴', '小陈', '省平台'] as const) {
      const { seen } = await pullAll(who, 'p-changsha-county')
      expect(new Set(seen.map(({ platformId }) => platformId))).toEqual(new Set(['p-changsha-county']))
    }
  })

  it('pages through more than one page, and then gives only what has changed since', async () => {
    const batches = [0, 1].map(() => Array.from({ length: 40 }, () => record({ platformId: 'p-zhuzhou' })))
    for (const batch of batches) await push('老李', ...batch)
    const { seen, cursor } = await pullAll('老李', 'p-zhuzhou')
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining(batches.flat().map(({ id }) => id)))
    expect(await pullAll('老李', 'p-zhuzhou', cursor)).toEqual({ seen: [], cursor })

    const [first, second] = batches[0] ?? []
    await as('老李').call('withdraw', { id: first?.id ?? '', revision: 1, reason: '重复' })
    await reviewing('小邓').call('approve', { id: second?.id ?? '', revision: 1, approvedAttendances: 8 })
    const news = await pullAll('老李', 'p-zhuzhou', cursor)
    expect(news.seen).toMatchObject([
      { id: first?.id, state: 'withdrawn' },
      { id: second?.id, state: 'approved', approvedAttendances: 8 },
    ])
  })

  it('misses nothing while others push: each record comes after the cursor of whoever had not seen it', async () => {
    const from = (await pullAll('阿丽', 'p-changsha')).cursor
    const batches = Array.from({ length: 12 }, () => Array.from({ length: 5 }, () => record()))
    const seen = new Set<string>()
    let cursor = from
    let pushing = true
    const pushed = Promise.all(
      batches.map((batch, index) => push(index % 2 === 0 ? '阿丽' : '小美', ...batch)),
    ).finally(() => (pushing = false))
    const follow = async () => {
      const page = await as('老周').call('pull', { platformId: 'p-changsha', cursor })
      for (const { id } of page.records) seen.add(id)
      cursor = page.cursor
    }
    while (pushing) await follow()
    await pushed
    for (let last = 0; last < 3; last += 1) await follow()
    expect(seen).toEqual(new Set(batches.flat().map(({ id }) => id)))
  })
})

describe('one record', () => {
  it('is refused to other platforms and areas, and unknown ids are not found', async () => {
    const mine = record()
    await push('阿丽', mine)
    for (const who of ['老李', '小吴', '小邓', '王总'] as const) {
      expect(await as(who).refused('get', { id: mine.id })).toMatchObject({ code: 'NOT_ALLOWED' })
      expect(await as(who).refused('withdraw', { id: mine.id, revision: 1, reason: 'x' })).toMatchObject({
        code: 'NOT_ALLOWED',
      })
    }
    expect(await as('阿丽').refused('get', { id: randomUUID() })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await as('小陈').refused('withdraw', { id: mine.id, revision: 1, reason: 'x' })).toMatchObject({
      code: 'NOT_ALLOWED',
    })
    for (const who of ['阿丽', '小陈', '省平台'] as const) {
      expect(await as(who).call('get', { id: mine.id })).toMatchObject({ id: mine.id })
    }
  })
})

describe('withdrawing', () => {
  it('refuses without a reason, of an old revision, and of an approved record', async () => {
    const first = record()
    await push('阿丽', first)
    const withdraw = (revision: number, reason: string) =>
      as('阿丽').refused('withdraw', { id: first.id, revision, reason })
    expect(await withdraw(1, '  ')).toMatchObject({ code: 'INVALID_INPUT', fields: { reason: '请填写' } })
    await push('阿丽', revised(first, activity({ attendances: 20 })))
    expect(await withdraw(1, '重复')).toMatchObject({ code: 'REVISION_CONFLICT' })
    await reviewing('小陈').call('approve', { id: first.id, revision: 2, approvedAttendances: null })
    expect(await withdraw(2, '重复')).toMatchObject({ code: 'STATE_NOT_POSSIBLE' })
  })

  it('withdraws once, keeps the record and the reason, and marks its month as changed', async () => {
    const first = record()
    await push('阿丽', first)
    const before = await versionOf('2023-06')
    const input = { id: first.id, revision: 1, reason: '重复登记' }
    const [one, two] = await Promise.all([
      as('阿丽').call('withdraw', input),
      as('老周').call('withdraw', input),
    ])
    expect([one.state, two.state]).toEqual(['withdrawn', 'withdrawn'])
    expect(await versionOf('2023-06')).toBe(before + 1)
    expect(await deedsOf(first.id)).toMatchObject([
      { action: 'submit' },
      { action: 'withdraw', from_state: 'submitted', to_state: 'withdrawn', reason: '重复登记' },
    ])
  })
})

describe('photos', () => {
  const photo = (digit: string) => ({ id: randomUUID(), sha256: digit.repeat(64), size: 1000 })
  const withPhotos = async (): Promise<{ pushed: PushedRecord; photos: ReturnType<typeof photo>[] }> => {
    const photos = [photo('a'), photo('b')]
    const pushed = record({ payload: activity({ photos }) })
    await push('阿丽', pushed)
    return { pushed, photos }
  }

  it('refuses a photo of other content, one that the record does not name, and other people', async () => {
    const { pushed, photos } = await withPhotos()
    const attach = (who: Name, given: object) =>
      as(who).refused('attachPhoto', { recordId: pushed.id, photo: given, fileId: 'cloud://a' })
    expect(await attach('阿丽', { ...photos[0], sha256: 'c'.repeat(64) })).toMatchObject({
      code: 'PHOTO_MISMATCH',
      retry: 'later',
    })
    expect(await attach('阿丽', { ...photos[0], size: 999 })).toMatchObject({ code: 'PHOTO_MISMATCH' })
    expect(await attach('阿丽', photo('a'))).toMatchObject({ code: 'PHOTO_MISMATCH' })
    expect(await attach('老李', { ...photos[0] })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await attach('小陈', { ...photos[0] })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('counts what is missing down, and takes the same photo again', async () => {
    const { pushed, photos } = await withPhotos()
    const [first, second] = photos
    if (!first || !second) throw new Error('two photos')
    expect((await as('阿丽').call('get', { id: pushed.id })).missingPhotos).toEqual([first.id, second.id])
    const attach = (given: typeof first) =>
      as('阿丽').call('attachPhoto', { recordId: pushed.id, photo: given, fileId: `cloud://${given.id}` })
    const [one, again] = await Promise.all([attach(first), attach(first)])
    expect([one, again]).toEqual([{ missingPhotos: [second.id] }, { missingPhotos: [second.id] }])
    expect(await attach(second)).toEqual({ missingPhotos: [] })
    expect((await deedsOf(pushed.id)).map(({ action }) => action)).toEqual([
      'submit',
      'attachPhoto',
      'attachPhoto',
    ])
  })

  it('tells other phones that a photo has arrived', async () => {
    const { pushed, photos } = await withPhotos()
    const since = (
      await database
        .selectFrom('platform_changes')
        .selectAll()
        .where('platform_id', '=', 'p-changsha')
        .executeTakeFirstOrThrow()
    ).last_change
    await as('阿丽').call('attachPhoto', { recordId: pushed.id, photo: photos[0] ?? photo('x'), fileId: 'f' })
    const { records } = await as('小美').call('pull', { platformId: 'p-changsha', cursor: String(since) })
    expect(records).toMatchObject([{ id: pushed.id, missingPhotos: [photos[1]?.id] }])
  })

  it('misses a photo again that a new revision names with other content', async () => {
    const { pushed, photos } = await withPhotos()
    const [first] = photos
    if (!first) throw new Error('a photo')
    await as('阿丽').call('attachPhoto', { recordId: pushed.id, photo: first, fileId: 'f' })
    const replaced = { ...first, sha256: 'd'.repeat(64) }
    await push('阿丽', revised(pushed, activity({ photos: [replaced] })))
    expect((await as('阿丽').call('get', { id: pushed.id })).missingPhotos).toEqual([first.id])
    const attached = await as('阿丽').call('attachPhoto', {
      recordId: pushed.id,
      photo: replaced,
      fileId: 'g',
    })
    expect(attached.missingPhotos).toEqual([])
  })
})

describe('the log', () => {
  it('names the call and its outcome, and nothing that anybody typed', async () => {
    const from = log.length
    const pushed = record({ payload: activity({ title: '绝密活动名', summary: '绝密纪要' }) })
    await push('阿丽', pushed, record({ payload: { ...atTheEndOfTime, title: '绝密' } }))
    await as('阿丽').refused('withdraw', { id: pushed.id, revision: 7, reason: '绝密原因' })
    const lines = log.slice(from)
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ level: 'info', function: 'records', action: 'push', code: 'OK' }),
        expect.objectContaining({ level: 'error', action: 'push', code: 'INTERNAL' }),
        expect.objectContaining({ level: 'info', action: 'withdraw', code: 'REVISION_CONFLICT' }),
      ]),
    )
    const text = JSON.stringify(lines)
    for (const secret of ['绝密', '阿丽', 'openid', '10000']) expect(text).not.toContain(secret)
  })
})
