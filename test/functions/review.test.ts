/** `review`: the queue, deciding, and the history of a record. */
import { randomUUID } from 'node:crypto'
import { createFunction } from '../../cloudfunctions/review/create-function'
import type { Input, PushResult } from '../../src/shared/contract'
import type { PushedRecord } from '../../src/shared/records'
import { activity, createRecords, demand, host, record, revised, world, type Name } from './harness'

const everything = world()
const { database, clock } = everything
const as = host(everything, 'review', createFunction)
const recording = host(everything, 'records', createRecords)

async function push(who: Name, ...records: PushedRecord[]): Promise<PushResult[]> {
  const { results } = await recording(who).call('push', { records })
  for (const { code } of results) if (code) throw new Error(code)
  return results
}
async function pushed(who: Name = '阿丽', changes: Partial<PushedRecord> = {}): Promise<PushedRecord> {
  const made = record(changes)
  await push(who, made)
  return made
}
const approval = ({ id }: PushedRecord, revision = 1, approvedAttendances: number | null = null) => ({
  id,
  revision,
  approvedAttendances,
})
const versionOfJune = async () => {
  const row = await database
    .selectFrom('month_versions')
    .select('version')
    .where('platform_id', '=', 'p-changsha')
    .where('month', '=', '2023-06')
    .executeTakeFirstOrThrow()
  return row.version
}

describe('approving: what is refused', () => {
  it('refuses whoever records, other areas, enterprises and passers-by', async () => {
    const made = await pushed()
    for (const who of ['阿丽', '老周', '老李', '小邓', '王总', '路人'] as const) {
      expect(await as(who).refused('approve', approval(made))).toMatchObject({ code: 'NOT_ALLOWED' })
      expect(await as(who).refused('return', { id: made.id, revision: 1, reason: 'x' })).toMatchObject({
        code: 'NOT_ALLOWED',
      })
    }
    expect(await recording('阿丽').call('get', { id: made.id })).toMatchObject({ state: 'submitted' })
  })

  it('refuses a record that is not there', async () => {
    expect(await as('小陈').refused('approve', approval(record()))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('refuses the own record, also when only an earlier revision was the own one', async () => {
    const own = await pushed('小方')
    expect(await as('小方').refused('approve', approval(own))).toMatchObject({
      code: 'OWN_RECORD',
      retry: 'never',
    })
    await push('阿丽', revised(own, activity({ attendances: 20 })))
    expect(await as('小方').refused('approve', approval(own, 2))).toMatchObject({ code: 'OWN_RECORD' })
    expect(await as('小陈').call('approve', approval(own, 2))).toMatchObject({ state: 'approved' })
  })

  it('refuses a revision that the reviewer has not seen', async () => {
    const made = await pushed()
    await push('阿丽', revised(made, activity({ attendances: 200 })))
    expect(await as('小陈').refused('approve', approval(made, 1))).toMatchObject({
      code: 'REVISION_CONFLICT',
    })
    expect(await as('小陈').refused('return', { id: made.id, revision: 1, reason: 'x' })).toMatchObject({
      code: 'REVISION_CONFLICT',
    })
  })

  it('refuses what is withdrawn or returned, and 家次 for what has none', async () => {
    const [withdrawn, returned, aDemand] = [
      await pushed(),
      await pushed(),
      await pushed('阿丽', { payload: demand() }),
    ]
    await recording('阿丽').call('withdraw', { id: withdrawn.id, revision: 1, reason: '重复' })
    await as('小陈').call('return', { id: returned.id, revision: 1, reason: '缺材料' })
    expect(await as('小陈').refused('approve', approval(withdrawn))).toMatchObject({
      code: 'STATE_NOT_POSSIBLE',
    })
    expect(await as('小陈').refused('approve', approval(returned))).toMatchObject({
      code: 'STATE_NOT_POSSIBLE',
    })
    expect(await as('小陈').refused('approve', approval(aDemand, 1, 3))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { approvedAttendances: expect.any(String) },
    })
    expect(await as('小陈').call('approve', approval(aDemand))).toMatchObject({ approvedAttendances: null })
  })

  it('approves a record or takes its new revision, whichever comes first, and never the new one unseen', async () => {
    for (let round = 0; round < 8; round += 1) {
      const made = await pushed()
      const change = revised(made, activity({ attendances: 500 }))
      const [approved, changed] = await Promise.allSettled([
        as('小陈').call('approve', approval(made)),
        recording('阿丽').call('push', { records: [change] }),
      ])
      if (changed.status !== 'fulfilled') throw changed.reason
      const stored = await recording('阿丽').call('get', { id: made.id })
      if (approved.status === 'fulfilled') {
        expect(changed.value.results).toMatchObject([{ code: 'STATE_NOT_POSSIBLE' }])
        expect(stored).toMatchObject({ state: 'approved', revision: 1, approvedAttendances: 12 })
      } else {
        expect(changed.value.results).toMatchObject([{ outcome: 'stored' }])
        expect(stored).toMatchObject({ state: 'submitted', revision: 2, approvedAttendances: null })
      }
    }
  })
})

describe('approving', () => {
  it('approves the declared 家次 where none are given, or the given ones, 0 too', async () => {
    const [declared, given, none] = [await pushed(), await pushed(), await pushed()]
    expect(await as('小陈').call('approve', approval(declared))).toMatchObject({
      state: 'approved',
      approvedAttendances: 12,
    })
    expect(await as('小陈').call('approve', approval(given, 1, 9))).toMatchObject({ approvedAttendances: 9 })
    expect(await as('省平台').call('approve', approval(none, 1, 0))).toMatchObject({ approvedAttendances: 0 })
  })

  it('takes the same approval again as success, and changes nothing by it', async () => {
    const made = await pushed()
    await as('小陈').call('approve', approval(made))
    const version = await versionOfJune()
    const [one, two] = await Promise.all([
      as('小陈').call('approve', approval(made)),
      as('小陈').call('approve', approval(made)),
    ])
    expect([one.state, two.state]).toEqual(['approved', 'approved'])
    expect(await versionOfJune()).toBe(version)
    expect(await as('小陈').refused('approve', approval(made, 1, 3))).toMatchObject({
      code: 'STATE_NOT_POSSIBLE',
    })
    expect(await as('省平台').refused('approve', approval(made))).toMatchObject({
      code: 'STATE_NOT_POSSIBLE',
    })
  })

  it('marks the month as changed by each decision', async () => {
    const made = await pushed()
    const version = await versionOfJune()
    await as('小陈').call('approve', approval(made))
    await as('小陈').call('return', { id: made.id, revision: 1, reason: '重复计入' })
    expect(await versionOfJune()).toBe(version + 2)
  })
})

describe('returning', () => {
  it('refuses without a reason', async () => {
    const made = await pushed()
    for (const reason of [' ', '\u200b\u202e', '\u3164']) {
      const { code, fields } = await as('小陈').refused('return', { id: made.id, revision: 1, reason })
      expect([code, fields]).toEqual(['INVALID_INPUT', { reason: '请填写' }])
    }
  })

  it('returns a submitted and an approved record with the reason, and what was approved counts no more', async () => {
    const [submitted, approved] = [await pushed(), await pushed()]
    await as('小陈').call('approve', approval(approved))
    for (const { id } of [submitted, approved]) {
      const input = { id, revision: 1, reason: '缺少参与企业名单' }
      expect(await as('小陈').call('return', input)).toMatchObject({
        state: 'returned',
        returnReason: '缺少参与企业名单',
        approvedAttendances: null,
      })
      expect(await as('小陈').call('return', input)).toMatchObject({ state: 'returned' })
      expect(await as('小陈').refused('return', { ...input, reason: '别的原因' })).toMatchObject({
        code: 'STATE_NOT_POSSIBLE',
      })
    }
  })
})

describe('the queue', () => {
  const queue = (who: Name, changes: Partial<Input<'review', 'queue'>> = {}) =>
    as(who).call('queue', { state: 'submitted', platformId: null, kind: null, cursor: null, ...changes })
  const start = new Date('2024-03-01T02:00:00Z')
  const later = (days: number) => new Date(start.getTime() + days * 24 * 60 * 60 * 1000)

  it('is refused to those who record', async () => {
    for (const who of ['阿丽', '老周', '王总', '路人'] as const) {
      const input = { state: 'submitted', platformId: null, kind: null, cursor: null }
      expect(await as(who).refused('queue', input)).toMatchObject({ code: 'NOT_ALLOWED' })
    }
    for (const cursor of ['x', '2023-13-01T00:00:00.000Z 019', `2023-99-99T00:00:00.000Z ${randomUUID()}`]) {
      expect(
        await as('小陈').refused('queue', { state: 'submitted', platformId: null, kind: null, cursor }),
      ).toMatchObject({ code: 'INVALID_INPUT' })
    }
  })

  it('shows the records of the area and no others, by state, platform and kind', async () => {
    const mine = await pushed('阿丽', { payload: demand() })
    const county = await pushed('小吴', { platformId: 'p-changsha-county' })
    const theirs = await pushed('老李', { platformId: 'p-zhuzhou' })
    const ids = async (who: Name, changes: Parameters<typeof queue>[1]) =>
      (await queue(who, changes)).records.map(({ id }) => id)
    expect(await ids('小陈', { platformId: 'p-changsha-county' })).toEqual([county.id])
    expect(await ids('小陈', { platformId: 'p-zhuzhou' })).toEqual([])
    expect(await ids('小邓', {})).toEqual([theirs.id])
    expect(await ids('小陈', { kind: 'demand' })).toEqual([mine.id])
    expect(await ids('小陈', { kind: 'honour' })).toEqual([])
    await as('小陈').call('approve', approval(county))
    expect(await ids('小陈', { platformId: 'p-changsha-county' })).toEqual([])
    expect(await ids('小陈', { platformId: 'p-changsha-county', state: 'approved' })).toEqual([county.id])
    expect((await queue('小邓')).waiting).toBe(1)
  })

  it('gives each record once, the longest waiting first, over several pages', async () => {
    for (let batch = 0; batch < 3; batch += 1) {
      clock.now = later(batch / 10)
      await push('小吴', ...Array.from({ length: 25 }, () => record({ platformId: 'p-changsha-county' })))
    }
    const seen: { id: string; receivedAt: string }[] = []
    let cursor: string | null = null
    do {
      const page = await queue('小陈', { platformId: 'p-changsha-county', cursor })
      expect(page.records.length).toBeLessThanOrEqual(50)
      seen.push(...page.records.map(({ id, receivedAt }) => ({ id, receivedAt })))
      cursor = page.cursor
    } while (cursor !== null)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(75)
    expect(seen.map(({ receivedAt }) => receivedAt)).toEqual(seen.map(({ receivedAt }) => receivedAt).sort())
  })

  it('calls a record overdue from the sixth working day on, and nobody late in a year without holidays known', async () => {
    // Received on Friday, 1 March 2024: the fifth working day is Friday, 8 March.
    clock.now = start
    const made = await pushed('老李', { platformId: 'p-zhuzhou' })
    const overdueOn = async (day: string) => {
      clock.now = new Date(day)
      const { records } = await queue('小邓')
      return records.find(({ id }) => id === made.id)?.overdue
    }
    expect(await overdueOn('2024-03-08T15:59:59Z')).toBe(false)
    expect(await overdueOn('2024-03-08T16:00:00Z')).toBe(true)
    clock.now = new Date('2099-03-01T02:00:00Z')
    const unknown = await pushed('老李', { platformId: 'p-zhuzhou' })
    clock.now = new Date('2099-06-01T02:00:00Z')
    const { records } = await queue('小邓')
    expect(records.find(({ id }) => id === unknown.id)?.overdue).toBe(false)
    await as('小邓').call('approve', approval(made))
    const approved = (await queue('小邓', { state: 'approved' })).records
    expect(approved.find(({ id }) => id === made.id)?.overdue).toBe(false)
    clock.now = start
  })

  it('marks the own records, and counts participants by their source', async () => {
    clock.now = later(-300)
    const own = await pushed('小方', {
      payload: activity({ startsAt: '2018-06-15T01:00:00Z', endsAt: '2018-06-15T04:00:00Z' }),
    })
    await recording('阿丽').call('get', { id: own.id })
    const { id: personId } = await database
      .selectFrom('people')
      .select('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    const sources = ['scan', 'scan', 'staff-scan', 'staff-entry', 'staff-entry', 'staff-entry'] as const
    for (const [index, source] of sources.entries()) {
      const code = `91430100MA4L16JQ${index}D`
      await database
        .insertInto('enterprises')
        .values({ credit_code: code, name: `企业${index}` })
        .execute()
      await database
        .insertInto('participations')
        .values({
          platform_id: own.platformId,
          activity_id: own.id,
          credit_code: code,
          id: randomUUID(),
          source,
          confirmed_at: clock.now,
          person_id: personId,
        })
        .execute()
    }
    const of = async (who: Name) => (await queue(who)).records.find(({ id }) => id === own.id)
    expect(await of('小方')).toMatchObject({ ownRecord: true })
    expect(await of('小陈')).toMatchObject({
      ownRecord: false,
      participants: { scan: 2, staffScan: 1, staffEntry: 3 },
    })
    clock.now = start
  })
})

describe('the history', () => {
  it('is refused to other platforms and areas', async () => {
    const made = await pushed()
    for (const who of ['老李', '小吴', '小邓', '王总'] as const) {
      expect(await as(who).refused('history', { id: made.id })).toMatchObject({ code: 'NOT_ALLOWED' })
    }
    expect(await as('小陈').refused('history', { id: randomUUID() })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('tells who did what, when and why, and which fields each revision changed', async () => {
    clock.now = new Date('2023-06-20T02:00:00Z')
    const first = await pushed()
    await as('小陈').call('return', { id: first.id, revision: 1, reason: '家次与名单不符' })
    clock.now = new Date(clock.now.getTime() + 60_000)
    const photo = { id: randomUUID(), sha256: 'a'.repeat(64), size: 10 }
    const long = '成'.repeat(600)
    const change = activity({
      attendances: 10,
      outcome: long,
      place: { name: '岳麓山大学科技城', method: 'typed' },
      photos: [photo],
    })
    await push('小美', revised(first, change, '按名单更正'))
    await recording('小美').call('attachPhoto', { recordId: first.id, photo, fileId: 'f' })
    await as('小陈').call('approve', approval(first, 2))
    const { entries } = await as('阿丽').call('history', { id: first.id })
    expect(
      entries.map(({ by, action, revision, fromState, toState, reason }) => [
        by,
        action,
        revision,
        fromState,
        toState,
        reason,
      ]),
    ).toEqual([
      ['阿丽', 'submit', 1, null, 'submitted', null],
      ['小陈', 'return', 1, 'submitted', 'returned', '家次与名单不符'],
      ['小美', 'revise', 2, 'returned', 'submitted', '按名单更正'],
      ['小陈', 'approve', 2, 'submitted', 'approved', null],
    ])
    expect(entries[2]?.at).toBe(clock.now.toISOString())
    expect(entries.map(({ changes }) => changes.length)).toEqual([0, 0, 4, 1])
    // The number that counts is the one approved.
    expect(entries[3]?.changes).toEqual([{ field: 'approvedAttendances', from: '10', to: '10' }])
    expect(entries[2]?.changes).toEqual([
      { field: 'place.name', from: '麓谷园区', to: '岳麓山大学科技城' },
      { field: 'attendances', from: '12', to: '10' },
      { field: 'photos', from: '0 张', to: '1 张' },
      { field: 'outcome', from: '3 家达成意向。', to: `${'成'.repeat(500)}…` },
    ])
  })
})
