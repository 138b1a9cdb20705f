import type { CountableRecord } from '../../../src/shared/records'
import { rubricById } from '../../../src/shared/rubric'
import { explainRecord, recordsOf } from '../../../src/shared/scoring'
import { base, event } from './rows'

const city = rubricById('hunan-2023-city')
const activity = event
const whyFor = (record: CountableRecord, fact: string) =>
  explainRecord(city, record).find((explanation) => explanation.fact === fact)

describe('why a record counts', () => {
  it.each<[string, CountableRecord, string, boolean]>([
    ['is all right', activity, '计入', true],
    ['was only assisted', { ...activity, role: 'assist' }, '角色为协办,不计入', false],
    ['is not approved', { ...activity, approved: false }, '未审核通过', false],
    ['is not published', { ...activity, published: false }, '未在后台发布', false],
    ['is not complete', { ...activity, complete: false }, '不是完整服务活动', false],
    ['is of another year', { ...activity, date: '2024-01-01' }, '不在考评期内', false],
  ])('an activity that %s', (_what, record, why, counts) => {
    expect(whyFor(record, 'brandActivities')).toEqual({ fact: 'brandActivities', counts, why })
  })

  it('names every reason at once', () => {
    const record = { ...activity, approved: false, published: false, complete: false }
    expect(whyFor(record, 'brandActivities')?.why).toBe('未审核通过;未在后台发布;不是完整服务活动')
  })

  it('speaks only of what the record is about', () => {
    expect(explainRecord(city, activity).map((each) => each.fact)).toEqual([
      'brandActivities',
      'enterpriseAttendances',
    ])
  })

  it.each<[string, CountableRecord, string, string]>([
    [
      'a cancelled transaction',
      { ...base, kind: 'transaction', completed: false },
      'onlineTransactions',
      '交易未完成',
    ],
    [
      'a report in time',
      { ...base, kind: 'obligation', late: false },
      'lateOrMissingReports',
      '按时报送,不扣分',
    ],
    [
      'a demand published late',
      { ...base, kind: 'demand', demand: 'loan', published: true, inTime: false },
      'loanDemandsPublished',
      '未按时发布',
    ],
    [
      'a demand of which nobody can say yet whether it was in time',
      { ...base, kind: 'demand', demand: 'loan', published: true, inTime: null },
      'loanDemandsPublished',
      '缺少该年节假日安排,暂不能判断是否按时发布',
    ],
  ])('%s', (_what, record, fact, why) => {
    expect(whyFor(record, fact)).toEqual({ fact, counts: false, why })
  })
})

describe('the records of a node', () => {
  const matching = { ...activity, id: 'r2', category: 'matching' as const }
  const late = { ...matching, id: 'r3', published: false }

  it('are those that a criterion looks at, counting or not', () => {
    const found = recordsOf(city, 'loan/events', [activity, matching, late])
    expect(found.map(({ record, counts }) => [record.id, counts])).toEqual([
      ['r2', true],
      ['r3', false],
    ])
  })

  it('are of a whole group or section too', () => {
    expect(recordsOf(city, 'daily/activities', [activity, matching])).toHaveLength(1)
    expect(recordsOf(city, 'loan', [activity, matching])).toHaveLength(1)
    expect(recordsOf(city, 'loan/ev', [activity, matching])).toEqual([])
  })

  it('name a replaced statement, an older mark and a second report of one story', () => {
    const target = {
      ...base,
      kind: 'statement' as const,
      name: 'registrationTarget',
      value: 400,
      at: '2023-03-01T00:00:00Z',
    }
    const targets = recordsOf(city, 'loan/target/completion', [
      target,
      { ...target, id: 'r2', at: '2023-04-01T00:00:00Z' },
    ])
    expect(targets.map(({ counts, why }) => [counts, why])).toEqual([
      [false, '已有更新的记录'],
      [true, '计入'],
    ])
    const report = {
      ...base,
      kind: 'honour' as const,
      honour: 'mainstream-media-report' as const,
      story: 's',
    }
    const popular = { ...report, id: 'r2', honour: 'most-popular-platform' as const }
    const reports = recordsOf(city, 'daily/honours', [report, popular, { ...report, id: 'r3', story: 't' }])
    expect(reports.map(({ why }) => why)).toEqual(['同一事项已计一次', '计入', '计入'])
    const mark = {
      ...base,
      kind: 'mark' as const,
      criterion: 'daily/coordination',
      judge: '甲',
      points: 4,
      at: '2023-03-01T00:00:00Z',
    }
    const marks = recordsOf(city, 'daily/coordination', [
      mark,
      { ...mark, id: 'r2', judge: '乙' },
      { ...mark, id: 'r3', at: '2023-04-01T00:00:00Z' },
      { ...mark, id: 'r4', criterion: 'digital/support/raise-level' },
    ])
    expect(marks.map(({ record, counts }) => [record.id, counts])).toEqual([
      ['r1', false],
      ['r2', true],
      ['r3', true],
    ])
  })
})
