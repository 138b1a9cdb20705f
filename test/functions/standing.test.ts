/** `standing`: who may see whose marks, and what is behind them. Refusals first. */
import { canonicalJson } from '../../src/shared/records'
import { evaluatedWorld, eventOn, newId } from './evaluating'
import { activity, demand } from './harness'

const world = evaluatedWorld()
const { database, clock, evaluate, standing, approved, push, giveBack, inForce } = world
const run = (period: string) => evaluate('省平台').call('run', { period })
beforeEach(() => (clock.now = new Date('2023-06-20T02:00:00Z')))

/** 长沙 has two events in spring, 株洲 one: 长沙 leads. */
beforeAll(async () => {
  clock.now = new Date('2023-06-20T02:00:00Z')
  await approved(eventOn('2023-03-10'))
  await approved(eventOn('2023-04-11'))
  await approved(eventOn('2023-03-12'), 'p-zhuzhou')
  await run('2023-03')
  await run('2023-04')
})

describe('another platform’s marks are refused before publication (D36)', () => {
  it.each(['老李', '小吴', '小邓', '王总', '路人'] as const)('to %s', async (who) => {
    const result = (await inForce('2023-04')).find(({ platform_id }) => platform_id === 'p-changsha')
    const platformId = 'p-changsha'
    for (const [action, input] of [
      ['progress', { platformId }],
      ['card', { resultId: result?.id }],
      ['behind', { platformId, period: '2023-04', node: 'loan/events' }],
      ['trend', { platformId, year: '2023' }],
    ] as const) {
      expect((await standing(who).refused(action, input)).code).toBe('NOT_ALLOWED')
    }
  })

  it('to those without a membership, the ranking and its periods too', async () => {
    for (const who of ['王总', '路人'] as const) {
      expect((await standing(who).refused('ranking', { tier: 'city', period: '2023-04' })).code).toBe(
        'NOT_ALLOWED',
      )
      expect((await standing(who).refused('periods', {})).code).toBe('NOT_ALLOWED')
    }
  })

  it('in the ranking: a platform sees its own row, a reviewer its area, the province all', async () => {
    const seen = async (who: Parameters<typeof standing>[0], tier: 'city' | 'county' = 'city') =>
      (await standing(who).call('ranking', { tier, period: '2023-04' })).rows.map(
        ({ platform }) => platform.id,
      )
    expect(await seen('阿丽')).toEqual(['p-changsha'])
    expect(await seen('老李')).toEqual(['p-zhuzhou'])
    expect(await seen('小陈')).toEqual(['p-changsha'])
    expect(await seen('小陈', 'county')).toEqual(['p-changsha-county'])
    expect(await seen('小邓', 'county')).toEqual([])
    expect(await seen('省平台')).toEqual(['p-changsha', 'p-zhuzhou'])
  })
})

describe('what does not exist is refused', () => {
  it('as such', async () => {
    expect((await standing('省平台').refused('card', { resultId: newId() })).code).toBe('NOT_FOUND')
    expect((await standing('省平台').refused('progress', { platformId: 'p-nowhere' })).code).toBe('NOT_FOUND')
    expect((await standing('路人').refused('rubric', { id: 'hunan-2023-city', version: '0' })).code).toBe(
      'NOT_FOUND',
    )
  })

  it('when no rubric covers the day', async () => {
    clock.now = new Date('2024-02-01T00:00:00Z')
    expect((await standing('阿丽').refused('progress', { platformId: 'p-changsha' })).code).toBe(
      'PERIOD_NOT_COVERED',
    )
  })
})

describe('progress', () => {
  const ask = () => standing('阿丽').call('progress', { platformId: 'p-changsha' })

  it('tells rank, count and movement, though not the others’ marks, nor a median that would give one away', async () => {
    const { standing: own } = await ask()
    const cities = (await inForce('2023-04')).filter(({ tier }) => tier === 'city')
    const totals = cities.map(({ total }) => total)
    expect(own).toEqual({
      period: '2023-04',
      rank: 1,
      of: 2,
      total: Math.max(...totals),
      movement: 0,
      median: null,
    })
  })

  it('counts a decision at once, without waiting for a run, and stores nothing', async () => {
    const stored = () =>
      database.selectFrom('month_tallies').selectAll().orderBy('platform_id').orderBy('month').execute()
    const [before, tallies] = [await ask(), await stored()]
    await approved(eventOn('2023-04-20'))
    const after = await ask()
    expect(before.approved.facts.matchingEvents).toEqual({ sum: 2_000_000 })
    expect(after.approved.facts.matchingEvents).toEqual({ sum: 3_000_000 })
    expect(await stored()).toEqual(tallies)
  })

  it('keeps what is not decided apart, as if it were approved as declared', async () => {
    const waiting = await push(eventOn('2023-05-20'))
    await giveBack(await push(eventOn('2023-05-21')))
    const { approved: counted, pending, pendingRecords } = await ask()
    expect(counted.facts.matchingEvents).toEqual({ sum: 3_000_000 })
    expect(pending.facts.matchingEvents).toEqual({ sum: 1_000_000 })
    expect(pending.facts.enterpriseAttendances).toEqual({ sum: 12_000_000 })
    expect(pendingRecords).toBe(1)
    await giveBack(waiting)
  })

  it('names the rubric in force and the day in Asia/Shanghai', async () => {
    clock.now = new Date('2023-06-20T16:30:00Z')
    expect(await ask()).toMatchObject({
      asOf: '2023-06-21',
      rubric: { id: 'hunan-2023-city' },
      platform: { id: 'p-changsha', tier: 'city', areaCode: '430100' },
    })
    const top = await standing('省平台').call('progress', { platformId: 'p-hunan' })
    expect(top).toMatchObject({ rubric: { id: 'hunan-2023-city' }, standing: null })
  })
})

describe('the ranking', () => {
  it('counts places gained and lost since the period before', async () => {
    for (const day of ['2023-05-02', '2023-05-03', '2023-05-04', '2023-05-05']) {
      await approved(eventOn(day), 'p-zhuzhou')
    }
    await run('2023-05')
    const { rows, median } = await standing('省平台').call('ranking', { tier: 'city', period: '2023-05' })
    expect(rows.map(({ platform, rank, movement }) => [platform.id, rank, movement])).toEqual([
      ['p-zhuzhou', 1, 1],
      ['p-changsha', 2, -1],
    ])
    expect(median).toBeCloseTo((rows[0]!.total + rows[1]!.total) / 2, 8)
    expect((await standing('阿丽').call('ranking', { tier: 'city', period: '2023-05' })).median).toBeNull()
  })

  it('gives the provincial platform a total and no rank', async () => {
    const { rows } = await standing('省平台').call('ranking', { tier: 'province', period: '2023-05' })
    expect(rows).toMatchObject([{ platform: { id: 'p-hunan' }, rank: null, movement: null }])
  })

  it('is everybody’s once it is published, the cards with it', async () => {
    await evaluate('省平台').call('freeze', { period: '2023-05' })
    await database
      .updateTable('results')
      .set({ state: 'published' })
      .where('period', '=', '2023-05')
      .execute()
    const { rows } = await standing('小吴').call('ranking', { tier: 'city', period: '2023-05' })
    expect(rows.map(({ platform }) => platform.id)).toEqual(['p-zhuzhou', 'p-changsha'])
    const { state } = await standing('小吴').call('card', { resultId: rows[0]!.resultId })
    expect(state).toBe('published')
    // What is behind it stays the platform's own.
    const behind = { platformId: 'p-zhuzhou', period: '2023-05', node: 'loan/events' }
    expect((await standing('小吴').refused('behind', behind)).code).toBe('NOT_ALLOWED')
  })

  it('shows a correction at once, and the list of results says the same', async () => {
    const waiting = []
    for (const day of ['2023-05-06', '2023-05-07', '2023-05-08', '2023-05-09']) waiting.push(eventOn(day))
    for (const payload of waiting) await approved(payload)
    const own = (await inForce('2023-05')).find(({ platform_id }) => platform_id === 'p-changsha')
    await evaluate('省平台').call('correct', { resultId: own!.id, reason: '漏计四场' })
    const { rows } = await standing('省平台').call('ranking', { tier: 'city', period: '2023-05' })
    expect(rows.map(({ platform, rank }) => [platform.id, rank])).toEqual([
      ['p-changsha', 1],
      ['p-zhuzhou', 2],
    ])
    const { results } = await evaluate('省平台').call('results', { tier: 'city', period: '2023-05' })
    expect(
      new Set(results.map(({ platformId, state, rank }) => [platformId, state, rank].join(' '))),
    ).toEqual(new Set(['p-changsha replaced ', 'p-changsha published 1', 'p-zhuzhou published 2']))
  })
})

describe('a card', () => {
  it('is the stored one, byte for byte', async () => {
    const own = (await inForce('2023-04')).find(({ platform_id }) => platform_id === 'p-changsha')
    const answer = await standing('老周').call('card', { resultId: own!.id })
    expect(answer.card).toBe(own!.card)
    expect(canonicalJson(JSON.parse(answer.card))).toBe(own!.card)
    expect(answer).toMatchObject({
      period: '2023-04',
      state: 'provisional',
      rubric: { id: 'hunan-2023-city' },
    })
  })

  it('was made under a rubric whose document anybody may read', async () => {
    const { document } = await standing('路人').call('rubric', { id: 'hunan-2023-city', version: '2023.4' })
    expect(document).toMatchObject({ id: 'hunan-2023-city', tier: 'city' })
  })
})

describe('what is behind a point', () => {
  const behind = (node: string, period = '2023-06') =>
    standing('阿丽').call('behind', { platformId: 'p-changsha', period, node })

  it('are the records that count and those that do not, with the reason and who decided', async () => {
    const assisted = await approved(
      activity({ startsAt: '2023-06-01T01:00:00Z', endsAt: '2023-06-01T02:00:00Z', role: 'assist' }),
    )
    const waiting = await push(eventOn('2023-06-02'))
    const returned = await push(eventOn('2023-06-03'))
    await giveBack(returned)
    const { rows } = await behind('loan/events')
    const of = (id: string) => rows.find(({ recordId }) => recordId === id)
    expect(of(assisted.id)).toMatchObject({ counts: false, state: 'approved', decidedBy: '省平台' })
    expect(of(assisted.id)?.why).toContain('协办')
    expect(of(waiting.id)).toMatchObject({
      counts: false,
      why: '未审核通过',
      state: 'submitted',
      decidedBy: null,
    })
    expect(of(returned.id)).toMatchObject({ counts: false, state: 'returned', decidedBy: '省平台' })
    const facts = (await inForce('2023-05')).find(({ platform_id }) => platform_id === 'p-changsha')?.facts
    expect(rows.filter(({ counts }) => counts)).toHaveLength(
      (facts as { matchingEvents: number }).matchingEvents,
    )
    expect(rows.every(({ title }) => title === '园区贷款对接会')).toBe(true)
    expect([...rows].sort((a, b) => (a.date < b.date ? 1 : -1)).map(({ date }) => date)).toEqual(
      rows.map(({ date }) => date),
    )
  })

  it('are only those up to the end of the period', async () => {
    const { rows } = await behind('loan/events', '2023-03')
    expect(rows.map(({ date }) => date)).toEqual(['2023-03-10'])
  })

  it('are duties, statements and marks with titles of their own', async () => {
    await evaluate('省平台').call('state', {
      platformId: 'p-changsha',
      year: '2023',
      name: 'localIndustrialEnterprises',
      value: 500,
      source: '统计局 2022 年末数',
    })
    await evaluate('省平台').call('mark', {
      platformId: 'p-changsha',
      year: '2023',
      criterion: 'daily/coordination',
      points: 4.5,
      reason: '配合及时',
    })
    const { rows: duties } = await behind('loan/reporting')
    expect(duties.map(({ title, counts }) => [title, counts])).toEqual(
      ['5', '4', '3', '2', '1'].map((month) => [`2023 年 ${month} 月月报`, true]),
    )
    const { rows: marks } = await behind('daily/coordination')
    expect(marks).toMatchObject([{ counts: true, decidedBy: '省平台', recordId: null }])
    expect(marks[0]?.title).toMatch(/评定 4.5 分$/)
    const { rows: served } = await behind('daily/enterprises')
    expect(served.map(({ title }) => title)).toContainEqual(expect.stringMatching(/500/))
    expect(new Set(served.map(({ id }) => id)).size).toBe(served.length)
  })

  it('are told once, also when they count for several facts of the node', async () => {
    const together = await approved(
      activity({ startsAt: '2023-06-05T01:00:00Z', endsAt: '2023-06-05T02:00:00Z', campaign: 'together' }),
    )
    const { rows } = await behind('daily/enterprises')
    expect(rows.filter(({ recordId }) => recordId === together.id)).toMatchObject([{ counts: true }])
  })

  it('are nothing for a node that does not exist, or a kind of record that it does not read', async () => {
    expect((await behind('loan/weather')).rows).toEqual([])
    const financing = await approved(demand())
    const { rows } = await behind('loan/events')
    expect(rows.some(({ recordId }) => recordId === financing.id)).toBe(false)
  })
})

describe('the trend', () => {
  it('is the totals month by month beside the median of the class', async () => {
    const { months } = await standing('省平台').call('trend', { platformId: 'p-changsha', year: '2023' })
    expect(months.map(({ month }) => month)).toEqual(['2023-03', '2023-04', '2023-05'])
    const cities = (await inForce('2023-04')).filter(({ tier }) => tier === 'city')
    expect(months[1]).toEqual({
      month: '2023-04',
      total: cities.find(({ platform_id }) => platform_id === 'p-changsha')?.total,
      median: (cities[0]!.total + cities[1]!.total) / 2,
    })
    expect((await standing('阿丽').call('trend', { platformId: 'p-changsha', year: '2022' })).months).toEqual(
      [],
    )
  })

  it('has periods, newest first', async () => {
    await run('2023-Q1')
    expect((await standing('阿丽').call('periods', {})).periods).toEqual([
      '2023-05',
      '2023-04',
      '2023-Q1',
      '2023-03',
    ])
  })
})
