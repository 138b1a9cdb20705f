/** What the forms take from the rubric: figures, the table of the self-assessment, the outline. */
import {
  assessmentRows,
  bodyOf,
  differenceOf,
  figureProblem,
  filedFigure,
  figuresOf,
  openBlanks,
  ownPointsProblems,
  ownTotal,
  prefilledSummary,
  problemsProblem,
} from '../../../src/shared/filings'
import { criteriaOf, parseRubric, rubricById, rubricDocument } from '../../../src/shared/rubric'
import { score } from '../../../src/shared/scoring'

const rubric = rubricById('hunan-2023-city')
const facts = {
  registrations: 85,
  registrationTarget: 100,
  matchingEvents: 7,
  enterpriseAttendances: 320,
  onlineTransactions: 0,
  trainingActivities: 4,
  honours: ['mainstream-media-report', 'service-star'],
  financingSubPlatform: true,
}
const card = score(rubric, facts)

describe('the figures of a monthly report', () => {
  it('are those that the rubric takes from reports, and no others', () => {
    expect(
      figuresOf(rubric).map(({ name, title, unit, alsoRecorded }) => [name, title, unit, alsoRecorded]),
    ).toEqual([
      ['registrations', '注册认证企业', '家', false],
      ['onlineTransactions', '线上交易总数', '笔', true],
    ])
  })

  it('follow the document of another province without a change of code', () => {
    const document = JSON.parse(JSON.stringify(rubricDocument('hunan-2023-city')))
    document.facts.registrations.from[0].where.name = ['certified', 'verified']
    document.facts.onlineTransactions.from.pop()
    const figures = figuresOf(parseRubric(document)).map(({ name, title }) => [name, title])
    expect(figures).toEqual([
      ['certified', '注册认证企业(certified)'],
      ['verified', '注册认证企业(verified)'],
    ])
  })

  it('are whole numbers where the rubric counts, and within its bounds', () => {
    const [registrations] = figuresOf(rubric)
    if (!registrations) throw new Error('no figure')
    expect([1.5, -1, Number.NaN, 2e9, 12].map((value) => figureProblem(registrations, value))).toEqual([
      '请填写整数',
      '不能小于 0',
      '请填写数字',
      '数字太大,不能超过 10 亿',
      null,
    ])
    expect(figureProblem({ ...registrations, whole: false }, 1.5)).toBeNull()
    const sent = filedFigure.safeParse({ name: 'registrations', value: 9_999_999_999, source: '统计表' })
    expect(sent.error?.issues).toMatchObject([{ path: ['value'], message: '数字太大,不能超过 10 亿' }])
  })
})

describe('the self-assessment', () => {
  const full = Object.fromEntries(criteriaOf(rubric).map(({ criterion }) => [criterion.id, criterion.max]))

  it('refuses missing, negative, too many, too fine and unknown points', () => {
    const { 'loan/events': _, ...missing } = full
    expect(ownPointsProblems(rubric, missing)).toEqual({ 'loan/events': '请填写自评分' })
    const wrong = (points: number) => ownPointsProblems(rubric, { ...full, 'loan/events': points })
    expect(Object.values(wrong(-1))).toEqual(['分值须在 0 到 30 之间'])
    expect(Object.values(wrong(30.01))).toEqual(['分值须在 0 到 30 之间'])
    expect(Object.values(wrong(Number.NaN))).toEqual(['分值须在 0 到 30 之间'])
    expect(Object.values(wrong(1.234))).toEqual(['最多两位小数'])
    expect(ownPointsProblems(rubric, { ...full, toString: 1 })).toEqual({ toString: '评价指标中没有这一项' })
    expect(wrong(29.99)).toEqual({})
  })

  it('weighs own points exactly: all full is 100, and 0.01 of a point is never lost', () => {
    expect(ownTotal(assessmentRows(rubric, card), full)).toBe(100)
    expect(ownTotal(assessmentRows(rubric, card), { ...full, 'loan/events': 29.99 })).toBe(99.997)
    expect(ownTotal(assessmentRows(rubric, card), {})).toBe(0)
    expect(ownTotal(assessmentRows(rubric, card), { 'loan/events': 0.07, 'daily/enterprises': 0.1 })).toBe(
      0.051,
    )
  })

  it('has a row for each criterion, with the card’s points where there are any', () => {
    const rows = assessmentRows(rubric, card)
    expect(rows.map(({ criterion }) => criterion)).toEqual(
      criteriaOf(rubric).map(({ criterion }) => criterion.id),
    )
    expect(rows.find(({ criterion }) => criterion === 'loan/events')).toMatchObject({
      max: 30,
      card: 21,
      group: null,
    })
    expect(rows.find(({ criterion }) => criterion === 'digital/database/information-platform')).toMatchObject(
      {
        card: null,
        group: '大数据库建设',
      },
    )
  })

  it('says the difference exactly, and nothing where the card says nothing', () => {
    expect(differenceOf(25.5, 25.5)).toBe(0)
    expect(differenceOf(0.3, 0.1)).toBe(0.2)
    expect(differenceOf(5, null)).toBeNull()
  })
})

describe('the annual summary', () => {
  it('asks for one or two problems', () => {
    expect(['', '一'].map((each) => problemsProblem([each]))).toEqual(['请至少写一个具体问题', null])
    expect(problemsProblem(['一', '', '二'])).toBeNull()
    expect(problemsProblem(['一', '二', '三'])).toBe('请只写一至两个具体问题')
  })

  it('is prefilled with the work of the year, each fact where it belongs, and nothing that is zero or stated', () => {
    const parts = prefilledSummary(rubric, card, facts, [
      { campaign: 'together', activities: 2, attendances: 60 },
      { campaign: 'service-month', activities: 0, attendances: 0 },
    ])
    expect(parts.loan).toBe('注册认证企业 85 家;贷款对接活动 7 场。')
    expect(parts.services).toBe('培训活动 4 场;参与企业数量 320 家次;荣誉与报道 2 项。')
    expect(parts.campaigns).toBe('“一起益企”中小企业服务行动活动 2 场,参与企业 60 家次。')
    expect([parts.digital, parts.plan]).toEqual(['', ''])
  })

  it('tells which blanks of its outline are still open: figures without a number, and empty parts', () => {
    const { finance } = prefilledSummary(rubric, card, facts, [])
    expect(openBlanks('finance', finance)).toEqual(['营业收入', '成本', '利润'])
    expect(openBlanks('finance', '营业收入 120 万元,成本 万元,利润:12.5万元。')).toEqual(['成本'])
    expect(openBlanks('finance', '营业收入 120 万元,成本 90 万元,利润 30 万元。')).toEqual([])
    expect(openBlanks('finance', '收支情况见附件。')).toEqual([])
    expect(openBlanks('plan', ' \n')).toEqual(['明年工作打算'])
    expect(openBlanks('loan', '')).toEqual(['商业价值信用贷款改革试点'])
    expect(openBlanks('plan', '再办 12 场贷款对接活动。')).toEqual([])
  })

  it('counts its body alone', () => {
    const parts = { finance: '一', digital: '二', loan: '', services: '', campaigns: '', plan: '三' }
    expect(bodyOf({ parts, problems: ['四'] }).join('')).toBe('一二三四')
  })
})
