/** `evaluate`: runs, freezing, corrections, statements, marks. Refusals first. */
import { parseRubric, rubricDocument } from '../../src/shared/rubric'
import { canonicalJson } from '../../src/shared/records'
import { factsOf, score } from '../../src/shared/scoring'
import { appendAudit, transact } from '../../cloudfunctions/backend'
import { evaluatedWorld, eventOn, fileReport, newId } from './evaluating'
import { activity } from './harness'

const world = evaluatedWorld()
const { database, clock, evaluate, approved, approve, push, inForce } = world
const province = () => evaluate('省平台')
const at = (time: string) => (clock.now = new Date(time))
beforeEach(() => at('2023-06-20T02:00:00Z'))

const run = (period: string) => province().call('run', { period })
/** In the order of the platforms' ids. */
const ranks = async (period: string) => {
  const tiers = ['province', 'city', 'county'] as const
  const lists = await Promise.all(tiers.map((tier) => province().call('results', { period, tier })))
  return lists
    .flatMap(({ results }) => results)
    .filter(({ state }) => state !== 'replaced')
    .sort((a, b) => (a.platformId < b.platformId ? -1 : 1))
    .map(({ rank }) => rank)
}
const ofPlatform = async (period: string, platformId = 'p-changsha') => {
  const found = (await inForce(period)).find((row) => row.platform_id === platformId)
  if (!found) throw new Error(`no result of ${platformId} for ${period}`)
  return found
}
const statement = {
  platformId: 'p-changsha',
  year: '2023',
  name: 'localIndustrialEnterprises',
  value: 500,
  source: '统计局 2022 年末数',
}
const judgement = {
  platformId: 'p-changsha',
  year: '2023',
  criterion: 'daily/coordination',
  points: 4.5,
  reason: '配合及时',
}

describe('everybody but the province is refused', () => {
  const inputs = {
    run: { period: '2023-05' },
    freeze: { period: '2023-05' },
    correct: { resultId: newId(), reason: '更正' },
    state: statement,
    mark: judgement,
    results: { period: '2023-05', tier: 'city' },
  }
  it.each(Object.entries(inputs))('to %s', async (action, input) => {
    for (const who of ['阿丽', '老周', '小陈', '王总', '路人'] as const) {
      expect((await evaluate(who).refused(action, input)).code).toBe('NOT_ALLOWED')
    }
    expect(await database.selectFrom('results').select('id').execute()).toEqual([])
  })
})

describe('a run is refused', () => {
  it('for a period that no rubric covers, or that has not begun, or that is none', async () => {
    expect((await province().refused('run', { period: '2022-12' })).code).toBe('PERIOD_NOT_COVERED')
    expect((await province().refused('run', { period: '2023-07' })).code).toBe('INVALID_INPUT')
    expect((await province().refused('run', { period: '2023-13' })).code).toBe('INVALID_INPUT')
  })
})

describe('freezing is refused', () => {
  it('before the period is over', async () => {
    await run('2023')
    expect((await province().refused('freeze', { period: '2023' })).message).toContain('还没有结束')
    expect(new Set((await inForce('2023')).map(({ state }) => state))).toEqual(new Set(['provisional']))
  })

  it('while nothing has been computed', async () => {
    expect((await province().refused('freeze', { period: '2023-04' })).code).toBe('STATE_NOT_POSSIBLE')
  })

  it('while a run that was cut off has left platforms without a result, and then freezes none', async () => {
    await run('2023-Q1')
    await database
      .deleteFrom('results')
      .where('period', '=', '2023-Q1')
      .where('platform_id', '=', 'p-zhuzhou')
      .execute()
    const { code, message } = await province().refused('freeze', { period: '2023-Q1' })
    expect(code).toBe('STATE_NOT_POSSIBLE')
    expect(message).toContain('1 个平台')
    expect(new Set((await inForce('2023-Q1')).map(({ state }) => state))).toEqual(new Set(['provisional']))
  })
})

describe('a correction is refused', () => {
  it('of a result that does not exist, is not frozen, or without a reason', async () => {
    await run('2023-01')
    const { id } = await ofPlatform('2023-01')
    expect((await province().refused('correct', { resultId: newId(), reason: '更正' })).code).toBe(
      'NOT_FOUND',
    )
    expect((await province().refused('correct', { resultId: id, reason: '更正' })).code).toBe(
      'STATE_NOT_POSSIBLE',
    )
    expect((await province().refused('correct', { resultId: id, reason: '' })).code).toBe('INVALID_INPUT')
  })
})

describe('a statement is refused', () => {
  it.each([
    ['of a platform that does not exist', { platformId: 'p-nowhere' }, 'NOT_FOUND', null],
    ['for a year without a rubric', { year: '2022' }, 'PERIOD_NOT_COVERED', null],
    ['of something the rubric does not know', { name: 'weather' }, 'INVALID_INPUT', 'name'],
    ['of something that is counted from records', { name: 'matchingEvents' }, 'INVALID_INPUT', 'name'],
    ['of yes where a number belongs', { value: true }, 'INVALID_INPUT', 'value'],
    ['of half an enterprise', { value: 1.5 }, 'INVALID_INPUT', 'value'],
  ])('%s', async (_, change, code, field) => {
    const refused = await province().refused('state', { ...statement, ...change })
    expect(refused.code).toBe(code)
    if (field !== null) expect(Object.keys(refused.fields)).toEqual([field])
    expect(await database.selectFrom('statements').select('id').execute()).toEqual([])
  })
})

describe('a mark is refused', () => {
  it.each([
    ['above the maximum of its criterion', { points: 10.5 }, 'points'],
    ['between the steps', { points: 4.3 }, 'points'],
    ['of a criterion that is counted', { criterion: 'loan/events' }, 'criterion'],
    ['of a criterion that does not exist', { criterion: 'loan/weather' }, 'criterion'],
  ])('%s', async (_, change, field) => {
    const { code, fields } = await province().refused('mark', { ...judgement, ...change })
    expect(code).toBe('INVALID_INPUT')
    expect(Object.keys(fields)).toEqual([field])
    expect(await database.selectFrom('marks').select('id').execute()).toEqual([])
  })
})

describe('a run', () => {
  it('scores every platform for the year so far, the provincial one without a rank', async () => {
    await approved(eventOn('2023-02-10'))
    await approved(eventOn('2023-03-10'))
    await push(eventOn('2023-03-11'))
    const summary = await run('2023-03')
    expect(summary).toMatchObject({ period: '2023-03', platforms: 4, frozen: false })
    const results = await inForce('2023-03')
    expect(results.map(({ platform_id, tier }) => [platform_id, tier])).toEqual([
      ['p-changsha', 'city'],
      ['p-changsha-county', 'county'],
      ['p-hunan', 'province'],
      ['p-zhuzhou', 'city'],
    ])
    expect(await ranks('2023-03')).toEqual([1, 1, null, 2])
    const own = await ofPlatform('2023-03')
    expect(own.facts).toMatchObject({ matchingEvents: 2, enterpriseAttendances: 24 })
    expect(own.increment).toMatchObject({ matchingEvents: 1, enterpriseAttendances: 12 })
  })

  it('counts a missing report as late from the day after it fell due, and files the row', async () => {
    const { lateOrMissingReports } = (await ofPlatform('2023-03')).facts as Record<string, unknown>
    // January and February were due by the end of March; March falls due in April.
    expect(lateOrMissingReports).toBe(2)
    const reports = await database
      .selectFrom('monthly_reports')
      .select(['month', 'filed_at'])
      .where('platform_id', '=', 'p-changsha')
      .orderBy('month')
      .execute()
    expect(reports.map(({ month }) => month)).toEqual(['2023-01', '2023-02', '2023-03', '2023-04', '2023-05'])
    expect(reports.every(({ filed_at }) => filed_at === null)).toBe(true)
  })

  it('again changes nothing: not a byte, not a time', async () => {
    const tallies = () =>
      database.selectFrom('month_tallies').selectAll().orderBy('platform_id').orderBy('month').execute()
    const [results, months] = [await inForce('2023-03'), await tallies()]
    at('2023-06-20T03:00:00Z')
    expect(await run('2023-03')).toMatchObject({ monthsTallied: 0, changed: 0 })
    expect(await inForce('2023-03')).toEqual(results)
    expect(await tallies()).toEqual(months)
  })

  it('tallies anew the months that have changed and no others', async () => {
    await approved(eventOn('2023-02-20'))
    expect(await run('2023-03')).toMatchObject({ monthsTallied: 1, changed: 1 })
    // A later month is not part of the year up to March.
    await approved(eventOn('2023-05-20'))
    expect(await run('2023-03')).toMatchObject({ monthsTallied: 0, changed: 0 })
    await approved(eventOn('2023-01-20'), 'p-zhuzhou')
    await approved(eventOn('2023-03-20'))
    expect(await run('2023-03')).toMatchObject({ monthsTallied: 2, changed: 2 })
  })

  it('tallies without reading the rows of a month that has not changed', async () => {
    // A row changed behind the back of its month's version is not seen: its month is not read.
    const { id } = await approved(eventOn('2023-01-25'))
    await run('2023-03')
    const before = await ofPlatform('2023-03')
    await database.updateTable('records').set({ state: 'submitted' }).where('id', '=', id).execute()
    await approved(eventOn('2023-03-25'))
    await run('2023-03')
    const after = await ofPlatform('2023-03')
    expect(after.facts).toMatchObject({
      matchingEvents: (before.facts as { matchingEvents: number }).matchingEvents + 1,
    })
  })

  it('counts figures, statements and marks in their time', async () => {
    await fileReport(database, 'p-zhuzhou', '2023-02', '2023-03-05T16:00:00Z', '2023-03-01T00:00:00Z', {
      registrations: 40,
    })
    await province().call('state', { ...statement, platformId: 'p-zhuzhou' })
    await province().call('state', { ...statement, platformId: 'p-zhuzhou', value: 600 })
    await province().call('mark', { ...judgement, platformId: 'p-zhuzhou' })
    await run('2023-02')
    await run('2023-06')
    expect((await ofPlatform('2023-02', 'p-zhuzhou')).facts).toMatchObject({ registrations: 40 })
    const june = await ofPlatform('2023-06', 'p-zhuzhou')
    // Of two statements at one instant one stands, and it is the same in every run.
    expect([500, 600]).toContain(
      (june.facts as { localIndustrialEnterprises: number }).localIndustrialEnterprises,
    )
    expect(june.facts).toMatchObject({ marks: { 'daily/coordination': 4.5 } })
    // The mark was given in June.
    expect((await ofPlatform('2023-02', 'p-zhuzhou')).facts).not.toHaveProperty('marks')
  })

  it('counts registrations of the counties for their city, and for no other', async () => {
    await fileReport(
      database,
      'p-changsha-county',
      '2023-04',
      '2023-05-05T16:00:00Z',
      '2023-05-01T00:00:00Z',
      { registrations: 7 },
    )
    await approved(eventOn('2023-04-20'), 'p-changsha-county')
    await run('2023-04')
    const [city, other, county, top] = await Promise.all(
      ['p-changsha', 'p-zhuzhou', 'p-changsha-county', 'p-hunan'].map(
        async (id) => (await ofPlatform('2023-04', id)).increment as Record<string, number>,
      ),
    )
    expect([city?.registrations, other?.registrations, county?.registrations, top?.registrations]).toEqual([
      7, 0, 7, 0,
    ])
    // The county's event is the county's alone (D6).
    expect([city?.matchingEvents, county?.matchingEvents]).toEqual([0, 1])
  })

  it('stores the card that the rubric gives for the stored facts, and its digest says what it was made from', async () => {
    const stored = await ofPlatform('2023-04')
    const rubric = parseRubric(rubricDocument('hunan-2023-city'))
    const facts = stored.facts as Parameters<typeof score>[1]
    expect(stored.card).toBe(canonicalJson(score(rubric, facts)))
    expect(stored.total).toBe(score(rubric, facts).total)
    expect(factsOf(rubric, { facts: {} })).not.toEqual(facts)
    const all = await inForce('2023-04')
    expect(new Set(all.map(({ digest }) => digest)).size).toBe(
      new Set(all.map(({ facts, rubric_id }) => canonicalJson([facts, rubric_id]))).size,
    )
  })

  it('gives equal totals one rank and skips the next', async () => {
    await run('2023-01')
    await database.updateTable('results').set({ total: 50 }).where('period', '=', '2023-01').execute()
    await province().call('freeze', { period: '2023-01' })
    const { results } = await province().call('results', { period: '2023-01', tier: 'city' })
    expect(results.map(({ rank }) => rank)).toEqual([1, 1])
  })

  it('twice at once is done once: the second is told that it is under way', async () => {
    await approved(eventOn('2023-05-21'))
    const outcomes = await Promise.allSettled([run('2023-05'), run('2023-05')])
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []))
    expect(refused).toEqual([expect.stringContaining('RUN_UNDER_WAY')])
    expect(await inForce('2023-05')).toHaveLength(4)
    const { runs } = await province().call('runs', { period: '2023-05' })
    expect(runs).toMatchObject([{ state: 'finished', done: 4, of: 4, failed: [], by: '省平台' }])
    expect(await run('2023-05')).toMatchObject({ monthsTallied: 0, changed: 0 })
  })

  it('that meets a platform that fails finishes the others and names it; nothing is frozen then', async () => {
    const { id } = await approved(
      activity({ startsAt: '2023-05-22T01:00:00Z', endsAt: '2023-05-22T02:00:00Z' }),
      'p-zhuzhou',
    )
    const { payload } = await database
      .selectFrom('records')
      .select('payload')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await database.updateTable('records').set({ payload: '{"kind":"broken"}' }).where('id', '=', id).execute()
    await approved(eventOn('2023-05-23'))
    const before = await ofPlatform('2023-05')
    expect(await run('2023-05')).toMatchObject({ finished: true, done: 4, failed: ['p-zhuzhou'] })
    expect((await ofPlatform('2023-05')).digest).not.toBe(before.digest)
    expect(world.everything.log.some(({ code, error }) => code === 'INTERNAL' && error)).toBe(true)
    const refusal = await province().refused('freeze', { period: '2023-05' })
    expect([refusal.code, refusal.message]).toEqual([
      'STATE_NOT_POSSIBLE',
      expect.stringContaining('1 个平台没有算成'),
    ])
    await database
      .updateTable('records')
      .set({ payload: JSON.stringify(payload) })
      .where('id', '=', id)
      .execute()
    expect(await run('2023-05')).toMatchObject({ changed: 1 })
  })
})

describe('a frozen period', () => {
  it('stays as it is when another record of it is approved, and the next period takes it in', async () => {
    await run('2023-04')
    await run('2023-05')
    const waiting = await push(eventOn('2023-04-28'))
    expect((await province().refused('freeze', { period: '2023-04' })).message).toContain('请重新计算')
    expect(await run('2023-04')).toMatchObject({ changed: 0 })
    expect(await province().call('freeze', { period: '2023-04' })).toEqual({ period: '2023-04', frozen: 4 })
    const frozen = await inForce('2023-04')
    const next = await ofPlatform('2023-05')
    await approve(waiting)
    expect(await run('2023-04')).toMatchObject({ frozen: true, changed: 0, monthsTallied: 0 })
    expect(await inForce('2023-04')).toEqual(frozen)
    expect(frozen.every(({ state, frozen_at }) => state === 'frozen' && frozen_at !== null)).toBe(true)
    await run('2023-05')
    expect((await ofPlatform('2023-05')).digest).not.toBe(next.digest)
  })

  it('is frozen once: again freezes nothing', async () => {
    expect(await province().call('freeze', { period: '2023-04' })).toEqual({ period: '2023-04', frozen: 0 })
  })

  it('cannot be changed by anybody who writes to the table', async () => {
    const { id } = await ofPlatform('2023-04')
    const frozen = () => database.updateTable('results').where('id', '=', id)
    await expect(frozen().set({ total: 100 }).execute()).rejects.toThrow(/does not change/)
    await expect(frozen().set({ card: '{}' }).execute()).rejects.toThrow(/does not change/)
    await expect(database.deleteFrom('results').where('id', '=', id).execute()).rejects.toThrow(/stays/)
  })

  it('is corrected by a new frozen result that names its reason; the old one and those of the others stay', async () => {
    const old = await ofPlatform('2023-04')
    const others = (await inForce('2023-04')).filter(({ id }) => id !== old.id)
    at('2023-06-21T02:00:00Z')
    const corrected = await province().call('correct', { resultId: old.id, reason: '漏计一场活动' })
    expect(corrected).toMatchObject({ state: 'frozen', replaces: old.id, reason: '漏计一场活动', rank: 1 })
    expect(corrected.digest).not.toBe(old.digest)
    expect((await inForce('2023-04')).filter(({ id }) => id !== corrected.id)).toEqual(others)
    const kept = await database
      .selectFrom('results')
      .selectAll()
      .where('id', '=', old.id)
      .executeTakeFirstOrThrow()
    expect(kept).toEqual({ ...old, state: 'replaced' })
    const { results } = await province().call('results', { period: '2023-04', tier: 'city' })
    expect(results.map(({ id }) => id)).toEqual(expect.arrayContaining([old.id, corrected.id]))
  })

  it('is corrected once by two who correct the same result at once', async () => {
    const { id } = await ofPlatform('2023-04')
    const outcomes = await Promise.allSettled(
      [1, 2].map((n) => province().call('correct', { resultId: id, reason: `更正 ${n}` })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await inForce('2023-04')).toHaveLength(4)
  })
})

it('leaves a trace of what the province did and why', async () => {
  const deeds = await database
    .selectFrom('audit_log')
    .select(['action', 'reason', 'person_id'])
    .where('action', 'like', 'evaluate.%')
    .execute()
  const actions = new Set(deeds.map(({ action }) => action))
  expect([...actions].sort()).toEqual([
    'evaluate.correct',
    'evaluate.freeze',
    'evaluate.mark',
    'evaluate.run',
    'evaluate.state',
  ])
  expect(deeds.every(({ person_id }) => person_id !== null)).toBe(true)
  // The trace itself cannot be rewritten.
  await transact(database, (trx) =>
    appendAudit(trx, { at: clock.now, personId: null, action: 'test', platformId: null, subject: 'x' }),
  )
  await expect(database.deleteFrom('audit_log').execute()).rejects.toThrow(/append-only/)
})
