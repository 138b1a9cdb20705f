/** `records`: pulling, opening one, withdrawing, and what the log says. */
import { randomUUID } from 'node:crypto'
import type { StoredRecord } from '../../src/shared/contract'
import { activity, record, revised, type Name } from './harness'
import { recordsWorld, unstorable } from './recording'

const { as, deedsOf, log, push, reviewing, versionOf, refuseUnstorable } = recordsWorld()

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

describe('the log', () => {
  it('names the call and its outcome, and nothing that anybody typed', async () => {
    const from = log.length
    const pushed = record({ payload: activity({ title: '绝密活动名', summary: '绝密纪要' }) })
    await refuseUnstorable()
    await push('阿丽', pushed, record({ payload: unstorable }))
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
    for (const secret of ['绝密', '阿丽', 'openid', '存不下']) expect(text).not.toContain(secret)
  })
})
