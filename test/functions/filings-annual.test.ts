/** `filings`: self-assessment, annual summary, counties by their city, cut lines. Refusals first. */
import { gradeCutsInForce } from '../../cloudfunctions/backend/filings'
import { criteriaOf, rubricById } from '../../src/shared/rubric'
import { eventOn } from './evaluating'
import { filingWorld } from './filing'
import { activity } from './harness'

const { as, database, clock, approved, join } = filingWorld()
const at = (time: string) => (clock.now = new Date(time))
beforeEach(() => at('2023-12-20T02:00:00Z'))

const rowsOf = (rubricId: string, change: Record<string, number> = {}) =>
  criteriaOf(rubricById(rubricId)).map(({ criterion }) => ({
    criterion: criterion.id,
    own: change[criterion.id] ?? criterion.max,
    note: '',
  }))
const assessment = {
  platformId: 'p-changsha',
  year: '2023',
  rows: rowsOf('hunan-2023-city', { 'loan/events': 12.5 }),
  replaces: 0,
  reason: '',
}
const summary = {
  platformId: 'p-changsha',
  year: '2023',
  title: '长沙市窗口平台2023年度工作总结',
  parts: {
    finance: '营业收入 120 万元。',
    digital: '',
    loan: '办会 2 场。',
    services: '',
    campaigns: '',
    plan: '再办 3 场。',
  },
  problems: ['人手不足。'],
  attachments: '荣誉证书 1 份',
  replaces: 0,
  reason: '',
}
const ofCounty = { platformId: 'p-changsha-county', kind: 'annual-summary' as const, period: '2023' }

describe('a self-assessment is refused', () => {
  it('from everybody but the platform’s own managers', async () => {
    for (const who of ['阿丽', '老李', '小陈', '省平台', '路人'] as const) {
      expect((await as(who).refused('fileSelfAssessment', assessment)).code).toBe('NOT_ALLOWED')
      expect((await as(who).refused('fileAnnualSummary', summary)).code).toBe('NOT_ALLOWED')
    }
  })

  it('with a row missing, twice, unknown, above its maximum or too fine, each at its criterion', async () => {
    const fieldsOf = async (rows: unknown[]) =>
      (await as('老周').refused('fileSelfAssessment', { ...assessment, rows })).fields
    const { rows } = assessment
    const [first] = rows
    expect(await fieldsOf(rows.slice(1))).toEqual({ [`rows.${first?.criterion}`]: '请填写自评分' })
    expect(await fieldsOf([...rows, first])).toEqual({ rows: '有一项指标填了两次' })
    expect(await fieldsOf([...rows, { criterion: 'x', own: 1, note: '' }])).toEqual({
      'rows.x': '评价指标中没有这一项',
    })
    expect(Object.values(await fieldsOf(rowsOf('hunan-2023-city', { 'loan/events': 30.5 })))).toEqual([
      '分值须在 0 到 30 之间',
    ])
    expect(Object.values(await fieldsOf(rowsOf('hunan-2023-city', { 'loan/events': 1.001 })))).toEqual([
      '最多两位小数',
    ])
    expect(Object.keys(await fieldsOf(rowsOf('hunan-2023-county')))).not.toEqual([])
  })

  it('for a year without a rubric, and before the year has begun', async () => {
    expect((await as('老周').refused('fileSelfAssessment', { ...assessment, year: '2024' })).code).toBe(
      'PERIOD_NOT_COVERED',
    )
    at('2022-12-31T15:59:59Z')
    expect((await as('老周').refused('fileSelfAssessment', assessment)).code).toBe('STATE_NOT_POSSIBLE')
  })
})

describe('the self-assessment', () => {
  it('is prefilled with the card of the records so far, the own figures empty', async () => {
    for (const day of ['2023-03-10', '2023-04-11', '2023-05-12']) await approved(eventOn(day))
    const { rows, ownTotal, cardTotal, status } = await as('阿丽').call('selfAssessment', {
      platformId: 'p-changsha',
      year: '2023',
    })
    expect(rows.find(({ criterion }) => criterion === 'loan/events')).toMatchObject({
      max: 30,
      card: 9,
      own: null,
      difference: null,
    })
    expect(rows.find(({ criterion }) => criterion === 'daily/coordination')).toMatchObject({ card: null })
    expect([ownTotal, status.state]).toEqual([null, 'open'])
    expect(cardTotal).toBeGreaterThan(0)
  })

  it('keeps both figures and shows the difference; the card goes on with the records, the filed one does not', async () => {
    await as('老周').call('fileSelfAssessment', assessment)
    const ownTotal = 100 - (30 - 12.5) * 0.3
    const before = await as('小陈').call('selfAssessment', { platformId: 'p-changsha', year: '2023' })
    expect(before.rows.find(({ criterion }) => criterion === 'loan/events')).toMatchObject({
      card: 9,
      own: 12.5,
      difference: 3.5,
    })
    expect(before.ownTotal).toBe(ownTotal)
    await approved(eventOn('2023-06-13'))
    const after = await as('老周').call('selfAssessment', { platformId: 'p-changsha', year: '2023' })
    expect(after.rows.find(({ criterion }) => criterion === 'loan/events')).toMatchObject({
      card: 12,
      difference: 0.5,
    })
    const { content } = await as('小陈').call('filing', {
      platformId: 'p-changsha',
      kind: 'self-assessment',
      period: '2023',
      version: null,
    })
    if (content.kind !== 'self-assessment') throw new Error(content.kind)
    expect(content.selfAssessment).toMatchObject({
      ownTotal,
      cardTotal: before.cardTotal,
      rubric: { id: 'hunan-2023-city', version: '2023.4' },
    })
    expect(content.selfAssessment.rows.find(({ criterion }) => criterion === 'loan/events')?.card).toBe(9)
  })
})

describe('the annual summary', () => {
  it('is refused without a problem, with three, and never for its length', async () => {
    const fieldsOf = async (problems: string[]) =>
      Object.keys((await as('老周').refused('fileAnnualSummary', { ...summary, problems })).fields)
    expect(await fieldsOf([])).toEqual(['problems'])
    expect(await fieldsOf(['一', '二', '三'])).toEqual(['problems'])
    expect(await fieldsOf(['一', ' '])).toEqual(['problems.1'])
  })

  it('is prefilled with title and approved work of the year', async () => {
    await approved(activity({ category: 'training', campaign: 'together', attendances: 40 }))
    const { content, prefilled, status } = await as('阿丽').call('annualSummary', {
      platformId: 'p-changsha',
      year: '2023',
    })
    expect(content.title).toBe('长沙市窗口平台2023年度工作总结')
    expect(content.parts.loan).toContain('贷款对接活动 4 场')
    expect(content.parts.campaigns).toBe('“一起益企”中小企业服务行动活动 1 场,参与企业 40 家次。')
    expect(content.parts).toEqual(prefilled)
    expect([content.problems, status.state]).toEqual([[], 'open'])
  })

  it('is filed at any length, and the reviewer sees both counts of its body', async () => {
    const long = '一'.repeat(1600)
    const written = { ...summary, parts: { ...summary.parts, digital: long } }
    expect(await as('老周').call('fileAnnualSummary', written)).toMatchObject({ state: 'filed', late: false })
    const { characters } = await as('小陈').call('filing', {
      platformId: 'p-changsha',
      kind: 'annual-summary',
      period: '2023',
      version: null,
    })
    // 营业收入120万元 = 4+1+2, 办会2场 = 2+1+1, 再办3场 = 2+1+1, 人手不足 = 4
    expect(characters).toEqual({ words: 1600 + 7 + 4 + 4 + 4, all: 1600 + 12 + 7 + 7 + 5 })
    const { content } = await as('老周').call('annualSummary', { platformId: 'p-changsha', year: '2023' })
    expect(content.parts.digital).toBe(long)
  })

  it('is due on 31 December, corrected once by 10 January with a reason, and then closed until it is sent back', async () => {
    const again = (text: string, replaces: number, reason = '补充数据') => ({
      ...summary,
      parts: { ...summary.parts, plan: text },
      replaces,
      reason,
    })
    at('2024-01-05T02:00:00Z')
    expect((await as('老周').refused('fileAnnualSummary', again('二', 1, ''))).code).toBe('REASON_REQUIRED')
    expect(await as('老周').call('fileAnnualSummary', again('二', 1))).toMatchObject({
      version: 2,
      late: false,
      open: false,
    })
    expect((await as('老周').refused('fileAnnualSummary', again('三', 2))).code).toBe('STATE_NOT_POSSIBLE')
    at('2024-01-20T02:00:00Z')
    const refused = {
      platformId: 'p-changsha',
      kind: 'annual-summary' as const,
      period: '2023',
      version: 2,
      decision: 'refuse' as const,
      reason: '缺少经营指标',
    }
    expect(await as('小陈').call('signOff', refused)).toMatchObject({
      state: 'refused',
      open: true,
      late: false,
    })
    expect(await as('老周').call('fileAnnualSummary', again('三', 2))).toMatchObject({
      version: 3,
      state: 'filed',
    })
  })
})

describe('counties through their city', () => {
  const forwarding = {
    platformId: 'p-changsha',
    countyId: 'p-changsha-county',
    kind: 'annual-summary' as const,
    year: '2023',
    version: 1,
  }
  const lower = { openid: 'county-manager' }
  const countyReviewer = { openid: 'county-reviewer' }

  it('shows a city its counties’ annual filings alone, and other cities nothing', async () => {
    await join(lower.openid, 'manager', { platformId: 'p-changsha-county' })
    await as(lower).call('fileAnnualSummary', { ...summary, platformId: 'p-changsha-county' })
    expect((await as('老周').call('filing', { ...ofCounty, version: null })).content.kind).toBe(
      'annual-summary',
    )
    expect(
      (await as('老周').refused('filing', { ...ofCounty, kind: 'monthly', period: '2023-05', version: null }))
        .code,
    ).toBe('NOT_ALLOWED')
    expect((await as('老李').refused('filing', { ...ofCounty, version: null })).code).toBe('NOT_ALLOWED')
    expect((await as('老李').refused('counties', { platformId: 'p-changsha', year: '2023' })).code).toBe(
      'NOT_ALLOWED',
    )
    const { rows } = await as('老周').call('counties', { platformId: 'p-changsha', year: '2023' })
    expect(
      rows.map(({ platform, filings }) => [platform.id, filings.map(({ kind, state }) => [kind, state])]),
    ).toEqual([
      [
        'p-changsha-county',
        [
          ['self-assessment', 'open'],
          ['annual-summary', 'filed'],
        ],
      ],
    ])
    expect((await as('老李').call('counties', { platformId: 'p-zhuzhou', year: '2023' })).rows).toEqual([])
  })

  it('refuses to send on what is not signed off, of another city, or in an unseen version', async () => {
    expect((await as('老周').refused('forward', forwarding)).code).toBe('STATE_NOT_POSSIBLE')
    expect((await as('老周').refused('forward', { ...forwarding, version: 2 })).code).toBe(
      'REVISION_CONFLICT',
    )
    expect((await as('老周').refused('forward', { ...forwarding, kind: 'self-assessment' })).code).toBe(
      'NOT_FOUND',
    )
    expect((await as('老李').refused('forward', { ...forwarding, platformId: 'p-zhuzhou' })).code).toBe(
      'NOT_FOUND',
    )
    for (const who of ['老李', '阿丽', '小陈', '省平台', lower] as const) {
      expect((await as(who).refused('forward', forwarding)).code).toBe('NOT_ALLOWED')
    }
  })

  it('is signed off by the county’s own department once it has somebody here, by the city’s before that', async () => {
    const decision = { ...ofCounty, version: 1, decision: 'approve' as const, reason: '' }
    expect(
      (await as('小陈').call('queue', { cursor: null })).rows.map(({ platform }) => platform.id),
    ).toContain('p-changsha-county')
    await join(countyReviewer.openid, 'reviewer', { areaCode: '430121' })
    expect(
      (await as('小陈').call('queue', { cursor: null })).rows.map(({ platform }) => platform.id),
    ).not.toContain('p-changsha-county')
    expect((await as('小陈').refused('signOff', decision)).code).toBe('NOT_ALLOWED')
    expect(await as(countyReviewer).call('signOff', decision)).toMatchObject({
      state: 'approved',
      forwardedAt: null,
    })
  })

  it('goes on to the province once, and a new version has to be sent on anew', async () => {
    at('2023-12-22T02:00:00Z')
    const sent = await as('老周').call('forward', forwarding)
    expect(sent.forwardedAt).toBe('2023-12-22T02:00:00.000Z')
    at('2023-12-23T02:00:00Z')
    expect(await as('老周').call('forward', forwarding)).toMatchObject({ forwardedAt: sent.forwardedAt })
    const changed = await as(lower).call('fileAnnualSummary', {
      ...summary,
      platformId: 'p-changsha-county',
      attachments: '无',
      replaces: 1,
    })
    expect(changed).toMatchObject({ version: 2, state: 'filed', forwardedAt: null })
    const forwarded = await database
      .selectFrom('audit_log')
      .select('revision')
      .where('action', '=', 'filings.forward')
      .execute()
    expect(forwarded).toEqual([{ revision: 1 }])
  })
})

describe('who decides where nobody is near', () => {
  it('is the province for its own platform', async () => {
    const manager = { openid: 'province-manager' }
    await join(manager.openid, 'manager', { platformId: 'p-hunan' })
    await as(manager).call('fileAnnualSummary', { ...summary, platformId: 'p-hunan' })
    const decision = {
      platformId: 'p-hunan',
      kind: 'annual-summary' as const,
      period: '2023',
      version: 1,
      decision: 'approve' as const,
      reason: '',
    }
    expect((await as('小陈').refused('signOff', decision)).code).toBe('NOT_ALLOWED')
    expect(
      (await as('省平台').call('queue', { cursor: null })).rows.map(({ platform }) => platform.id),
    ).toEqual(['p-hunan'])
    expect(await as('省平台').call('signOff', decision)).toMatchObject({ state: 'approved' })
  })

  it('is never the one who filed', async () => {
    const both = { openid: 'manager-and-reviewer' }
    await join(both.openid, 'manager', { platformId: 'p-zhuzhou' })
    await join(both.openid, 'reviewer', { areaCode: '430200' })
    await as(both).call('fileAnnualSummary', { ...summary, platformId: 'p-zhuzhou' })
    const decision = {
      platformId: 'p-zhuzhou',
      kind: 'annual-summary' as const,
      period: '2023',
      version: 1,
      decision: 'approve' as const,
      reason: '',
    }
    expect((await as(both).refused('signOff', decision)).code).toBe('OWN_RECORD')
    expect((await as(both).call('queue', { cursor: null })).rows).toMatchObject([{ own: true }])
    expect(
      (
        await as(both).call('filing', {
          platformId: 'p-zhuzhou',
          kind: 'annual-summary',
          period: '2023',
          version: null,
        })
      ).mayDecide,
    ).toBe(false)
    expect(await as('小邓').call('signOff', decision)).toMatchObject({ state: 'approved' })
  })
})

describe('cut lines', () => {
  const cuts = [
    { grade: '优秀(A)', from: 85 },
    { grade: '不合格(C)', from: 0 },
    { grade: '合格(B)', from: 60 },
  ]
  const set = { year: '2023', tier: 'city' as const, cuts, reason: '按 2023 年会商意见', replaces: 0 }

  it('are none by default, and refused from everybody but the province', async () => {
    expect(await gradeCutsInForce(database, '2023', 'city')).toBeNull()
    for (const who of ['老周', '小陈', '王总', '路人'] as const) {
      expect((await as(who).refused('setCuts', set)).code).toBe('NOT_ALLOWED')
    }
    for (const who of ['王总', '路人'] as const) {
      expect((await as(who).refused('cuts', { year: '2023' })).code).toBe('NOT_ALLOWED')
    }
  })

  it('are refused without a reason, a floor, or with a grade or line twice', async () => {
    const [first, ...others] = cuts
    const fieldsOf = async (changes: object) =>
      (await as('省平台').refused('setCuts', { ...set, ...changes })).fields
    expect(Object.keys(await fieldsOf({ reason: '' }))).toEqual(['reason'])
    expect(await fieldsOf({ cuts: [first] })).toEqual({ cuts: '最低一等从 0 分起' })
    expect(await fieldsOf({ cuts: [...cuts, first] })).toEqual({ cuts: '等级不能重复' })
    expect(await fieldsOf({ cuts: [...others, { grade: 'D', from: 60 }] })).toEqual({
      cuts: '分数线不能重复',
    })
    expect(Object.keys(await fieldsOf({ cuts: [{ grade: 'A', from: 101 }] }))).toEqual(['cuts.0.from'])
  })

  it('are versioned, audited and in force at once; another class has none', async () => {
    expect(await as('省平台').call('setCuts', set)).toMatchObject({ version: 1, by: '省平台' })
    const other = { ...set, reason: '不知道已经设定' }
    expect((await as('省平台').refused('setCuts', other)).code).toBe('REVISION_CONFLICT')
    // Sent once more because the answer was lost, it is the same version.
    expect(await as('省平台').call('setCuts', set)).toMatchObject({ version: 1 })
    const ascending = [...cuts].sort((a, b) => a.from - b.from)
    expect(await gradeCutsInForce(database, '2023', 'city')).toEqual(ascending)
    expect(await gradeCutsInForce(database, '2023', 'county')).toBeNull()
    expect(
      (await as('阿丽').call('cuts', { year: '2023' })).cuts.map(({ tier, version }) => [tier, version]),
    ).toEqual([['city', 1]])
    await as('省平台').call('setCuts', { ...set, cuts: [], reason: '撤回', replaces: 1 })
    expect(await gradeCutsInForce(database, '2023', 'city')).toBeNull()
    const deeds = await database
      .selectFrom('audit_log')
      .select(['revision', 'reason', 'details'])
      .where('action', '=', 'filings.setCuts')
      .orderBy('id')
      .execute()
    expect(deeds).toEqual([
      { revision: 1, reason: set.reason, details: { from: [], to: ascending } },
      { revision: 2, reason: '撤回', details: { from: ascending, to: [] } },
    ])
    await expect(database.deleteFrom('grade_cuts').execute()).rejects.toThrow('append-only')
  })
})
