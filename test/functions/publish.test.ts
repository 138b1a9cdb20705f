/** Publication, objections and exclusion. Refusals first. */
import { evaluatedWorld, eventOn, newId } from './evaluating'

const { database, clock, evaluate, standing, approved, inForce } = evaluatedWorld()
const province = () => evaluate('省平台')
const at = (time: string) => (clock.now = new Date(time))
const published = '2023-06-20T02:00:00Z'
beforeEach(() => at(published))

const run = (period: string) => province().call('run', { period })
const frozen = async (period: string) => {
  await run(period)
  await province().call('freeze', { period })
}
const resultOf = async (period: string, platformId = 'p-changsha') => {
  const found = (await inForce(period)).find((row) => row.platform_id === platformId)
  if (!found) throw new Error(`no result of ${platformId} for ${period}`)
  return found
}
const ranking = (period: string) => standing('省平台').call('ranking', { tier: 'city', period })
const exclusion = { platformId: 'p-changsha', year: '2023', reason: '年中退出', replaces: 0 }

beforeAll(async () => {
  at(published)
  await approved(eventOn('2023-01-10'))
  await approved(eventOn('2023-03-10'))
  await approved(eventOn('2023-03-11'))
  await approved(eventOn('2023-03-12'), 'p-zhuzhou')
})

describe('everybody but the province is refused', () => {
  const id = newId()
  it.each([
    ['publish', { period: '2023-01' }],
    ['exclude', { ...exclusion, ground: 'withdrew' }],
    ['exclusions', { year: '2023' }],
    ['answerObjection', { objectionId: id, upheld: false, text: '维持', correctedResultId: null }],
    ['runs', { period: '2023-01' }],
    ['periods', { year: '2023' }],
  ])('to %s', async (action, input) => {
    for (const who of ['阿丽', '老周', '小陈', '王总', '路人'] as const) {
      expect((await evaluate(who).refused(action, input)).code).toBe('NOT_ALLOWED')
    }
  })
})

describe('publishing is refused', () => {
  it('of a period without results, or one that is not frozen', async () => {
    expect((await province().refused('publish', { period: '2023-02' })).code).toBe('STATE_NOT_POSSIBLE')
    await run('2023-02')
    expect((await province().refused('publish', { period: '2023-02' })).code).toBe('STATE_NOT_POSSIBLE')
  })

  it('where nobody knows yet which days of the publicity are working days', async () => {
    await frozen('2023-01')
    at('2098-12-30T02:00:00Z')
    expect((await province().refused('publish', { period: '2023-01' })).code).toBe('CALENDAR_UNKNOWN')
    expect((await resultOf('2023-01')).state).toBe('frozen')
  })
})

describe('a published period', () => {
  it('is public for five working days from the next one, over a holiday and a made-up Sunday', async () => {
    await frozen('2023-Q1')
    const answer = await province().call('publish', { period: '2023-Q1' })
    expect(answer).toMatchObject({
      published: 4,
      publication: {
        ...{ publishedAt: new Date(published).toISOString(), openObjections: 0, final: false },
        ...{ publicityFrom: '2023-06-21', publicityUntil: '2023-06-28' },
      },
    })
    expect(await province().call('publish', { period: '2023-Q1' })).toEqual({ ...answer, published: 0 })
    // Another platform's marks may be seen now, and what the quarter added to them.
    const { rows, publication } = await standing('老李').call('ranking', { tier: 'city', period: '2023-Q1' })
    expect(rows.map(({ platform, rank, state }) => [platform.id, rank, state])).toEqual([
      ['p-changsha', 1, 'published'],
      ['p-zhuzhou', 2, 'published'],
    ])
    expect(rows.every(({ added, total }) => added === total)).toBe(true)
    expect(publication).toEqual(answer.publication)
  })

  it('does not give away what another platform had before, which is not published', async () => {
    await frozen('2023-04')
    await frozen('2023-05')
    await province().call('publish', { period: '2023-05' })
    const { rows } = await standing('老李').call('ranking', { tier: 'city', period: '2023-05' })
    const told = new Map(rows.map(({ platform, added, movement }) => [platform.id, [added, movement]]))
    expect(told.get('p-changsha')).toEqual([null, null])
    expect(told.get('p-zhuzhou')).toEqual([expect.any(Number), expect.any(Number)])
    const { id } = await resultOf('2023-05')
    expect((await standing('老李').call('card', { resultId: id })).added).toBeNull()
    expect((await standing('省平台').call('card', { resultId: id })).added).toEqual(expect.any(Number))
  })

  it('of a month is that of the cities: the counties are told by quarter and year', async () => {
    expect(await province().call('publish', { period: '2023-01' })).toMatchObject({ published: 2 })
    expect((await resultOf('2023-01', 'p-changsha-county')).state).toBe('frozen')
    const county = { tier: 'county' as const, period: '2023-01' }
    expect((await standing('老李').call('ranking', county)).rows).toEqual([])
  })

  it('is listed with the others of its year, each as far as it is', async () => {
    const { periods } = await province().call('periods', { year: '2023' })
    expect(periods.map(({ period, state }) => [period, state])).toEqual([
      ...[
        ['2023-01', 'published'],
        ['2023-02', 'provisional'],
        ['2023-03', null],
        ['2023-Q1', 'published'],
      ],
      ...[
        ['2023-04', 'frozen'],
        ['2023-05', 'published'],
        ['2023-06', null],
        ['2023-Q2', null],
        ['2023', null],
      ],
    ])
    expect(periods[3]).toMatchObject({ results: 4, run: { state: 'finished', done: 4 } })
  })

  it('says what a month added: the exact difference to the month before, and its own facts', async () => {
    await run('2023-03')
    const { rows } = await ranking('2023-03')
    const [before, own] = [await resultOf('2023-02'), await resultOf('2023-03')]
    expect(own.total).not.toBe(before.total)
    expect(rows[0]?.added).toBe(Math.round((own.total - before.total) * 1e8) / 1e8)
    const card = await standing('老周').call('card', { resultId: own.id })
    expect(card).toMatchObject({ added: rows[0]?.added, increment: { matchingEvents: 2 }, publication: null })
  })
})

describe('an objection', () => {
  const object = async (who: '老周' | '老李' | '阿丽' | '小陈' | '省平台', period = '2023-Q1') =>
    evaluate(who).refused('object', { resultId: (await resultOf(period)).id, text: '漏计一场活动' })

  it('is refused to everybody but the manager of the platform', async () => {
    for (const who of ['老李', '阿丽', '小陈', '省平台'] as const) {
      expect((await object(who)).code).toBe('NOT_ALLOWED')
    }
    expect((await evaluate('老周').refused('object', { resultId: newId(), text: '有误' })).code).toBe(
      'NOT_ALLOWED',
    )
  })

  it('is refused to a result that is not published, without words, and after the publicity', async () => {
    expect((await object('老周', '2023-02')).code).toBe('STATE_NOT_POSSIBLE')
    const { id } = await resultOf('2023-Q1')
    expect((await evaluate('老周').refused('object', { resultId: id, text: ' ' })).code).toBe('INVALID_INPUT')
    at('2023-06-28T16:00:00Z')
    expect((await object('老周')).code).toBe('OBJECTION_CLOSED')
    expect((await ranking('2023-Q1')).publication).toMatchObject({ final: true })
  })

  it('is filed until the last minute, once at a time, and keeps the period from being final', async () => {
    at('2023-06-28T15:59:00Z')
    const { id: resultId } = await resultOf('2023-Q1')
    const twice = await Promise.allSettled(
      [1, 2].map((n) => evaluate('老周').call('object', { resultId, text: `漏计一场活动 ${n}` })),
    )
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    at('2023-07-05T02:00:00Z')
    expect((await ranking('2023-Q1')).publication).toMatchObject({ openObjections: 1, final: false })
  })

  it('is seen by its platform, its reviewers and the province, and by no other platform', async () => {
    const all = { platformId: null, period: null }
    const seen = async (who: '老周' | '小陈' | '省平台' | '老李' | '小邓') =>
      (await evaluate(who).call('objections', all)).objections.length
    expect(await Promise.all((['老周', '小陈', '省平台', '老李', '小邓'] as const).map(seen))).toEqual([
      1, 1, 1, 0, 0,
    ])
    const own = { platformId: 'p-changsha', period: '2023-Q1' }
    expect((await evaluate('老周').call('objections', own)).objections).toMatchObject([
      { by: '老周', platform: { id: 'p-changsha' }, period: '2023-Q1', answer: null },
    ])
    expect((await evaluate('老李').refused('objections', own)).code).toBe('NOT_ALLOWED')
  })

  it('is answered once, and a correction that it names is the one in force', async () => {
    at('2023-07-05T02:00:00Z')
    const [open] = (await province().call('objections', { platformId: null, period: '2023-Q1' })).objections
    if (!open) throw new Error('no objection')
    await approved(eventOn('2023-03-20'))
    const answer = { objectionId: open.id, upheld: true, text: '情况属实,已更正' }
    const refused = (changes: object) => province().refused('answerObjection', { ...answer, ...changes })
    const elsewhere = (await resultOf('2023-Q1', 'p-zhuzhou')).id
    expect((await refused({ objectionId: newId(), correctedResultId: null })).code).toBe('NOT_FOUND')
    expect((await refused({ correctedResultId: open.resultId })).code).toBe('INVALID_INPUT')
    expect((await refused({ correctedResultId: elsewhere })).code).toBe('INVALID_INPUT')
    const corrected = await province().call('correct', { resultId: open.resultId, reason: '漏计一场活动' })
    expect(corrected).toMatchObject({ state: 'published', rank: 1 })
    expect((await refused({ upheld: false, correctedResultId: corrected.id })).code).toBe('INVALID_INPUT')
    const named = { ...answer, correctedResultId: corrected.id }
    expect(await province().call('answerObjection', named)).toMatchObject({
      answer: { upheld: true, correctedResultId: corrected.id, by: '省平台' },
    })
    expect((await refused({ correctedResultId: null })).code).toBe('STATE_NOT_POSSIBLE')
    expect((await ranking('2023-Q1')).publication).toMatchObject({ openObjections: 0, final: true })
  })
})

describe('an exclusion', () => {
  it('is refused of a platform that does not exist or is not ranked, without reason, and to be taken back where there is none', async () => {
    const refused = async (changes: object) =>
      (await province().refused('exclude', { ...exclusion, ground: 'withdrew', ...changes })).code
    expect(await refused({ platformId: 'p-nowhere' })).toBe('NOT_FOUND')
    expect(await refused({ platformId: 'p-hunan' })).toBe('STATE_NOT_POSSIBLE')
    expect(await refused({ ground: null })).toBe('STATE_NOT_POSSIBLE')
    expect(await refused({ reason: '' })).toBe('INVALID_INPUT')
    expect(await refused({ ground: 'weather' })).toBe('INVALID_INPUT')
    expect(await refused({ replaces: 1 })).toBe('REVISION_CONFLICT')
  })

  it('leaves the result as it is and out of the ranking, tells the reason, and the others move up', async () => {
    const before = await resultOf('2023-Q1')
    await province().call('exclude', { ...exclusion, ground: 'withdrew' })
    const { rows, median } = await ranking('2023-Q1')
    expect(rows).toMatchObject([
      {
        platform: { id: 'p-changsha' },
        rank: null,
        movement: null,
        exclusion: { ground: 'withdrew', reason: '年中退出' },
      },
      { platform: { id: 'p-zhuzhou' }, rank: 1, exclusion: null },
    ])
    expect(median).toBe(rows[1]?.total)
    expect(await resultOf('2023-Q1')).toEqual(before)
    const card = await standing('老周').call('card', { resultId: before.id })
    expect(card).toMatchObject({ card: before.card, grade: null, exclusion: { ground: 'withdrew' } })
    const progress = await standing('老周').call('progress', { platformId: 'p-changsha' })
    expect(progress).toMatchObject({ standing: null, cuts: null, exclusion: { reason: '年中退出' } })
    const other = await standing('老李').call('progress', { platformId: 'p-zhuzhou' })
    expect(other.standing).toMatchObject({ rank: 1, of: 1 })
    const { results } = await province().call('results', { tier: 'city', period: '2023-Q1' })
    expect(results.filter(({ rank }) => rank !== null)).toMatchObject([{ platformId: 'p-zhuzhou', rank: 1 }])
  })

  it('is not changed unseen, and is taken back by another decision; both stay', async () => {
    const back = { ...exclusion, ground: null, reason: '经省工信厅决定恢复' }
    expect((await province().refused('exclude', back)).code).toBe('REVISION_CONFLICT')
    await province().call('exclude', { ...back, replaces: 1 })
    expect((await ranking('2023-Q1')).rows.map(({ rank }) => rank)).toEqual([1, 2])
    const { exclusions } = await province().call('exclusions', { year: '2023' })
    expect(exclusions).toMatchObject([
      { version: 2, ground: null, by: '省平台' },
      { version: 1, ground: 'withdrew', platform: { id: 'p-changsha' } },
    ])
    await expect(database.deleteFrom('exclusions').execute()).rejects.toThrow(/append-only/)
  })
})

it('leaves a trace of each step, and none of the steps can be undone in the tables', async () => {
  const deeds = await database
    .selectFrom('audit_log')
    .select('action')
    .where('action', 'like', 'evaluate.%')
    .execute()
  expect(new Set(deeds.map(({ action }) => action))).toEqual(
    new Set(
      ['run', 'freeze', 'publish', 'object', 'answerObjection', 'correct', 'exclude'].map(
        (name) => `evaluate.${name}`,
      ),
    ),
  )
  for (const table of ['publications', 'objections', 'objection_answers'] as const) {
    await expect(database.deleteFrom(table).execute()).rejects.toThrow(/append-only/)
  }
})
