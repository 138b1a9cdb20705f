/** The province's screens, as far as they decide: what asks for attention, in which order, and how entries read. */
import { arranged, concernsOf, everything, guessedText, passes } from '../../src/pages/province/arrange'
import {
  bodiesFor,
  bodyFor,
  bodyOf,
  entryNote,
  judgesFor,
  latestText,
  valueText,
} from '../../src/pages/stated/texts'
import { failureOr } from '../../src/components/meanwhile/words'
import type { OverviewRow, StatedEntry } from '../../src/shared/contract'

function row(name: string, changes: Partial<OverviewRow> = {}): OverviewRow {
  return {
    platform: { id: name, name, tier: 'county', areaCode: '430181' },
    report: 'filed',
    lateOrMissing: 0,
    waiting: 0,
    overdue: 0,
    filingsWaiting: 0,
    filingsOverdue: 0,
    signed: 0,
    exclusion: null,
    result: null,
    attendances: null,
    outliers: [],
    ...changes,
  }
}
const result = (total: number) => ({ id: 'r', total, rank: 1, state: 'frozen' as const })
const rows = [
  row('浏阳', { waiting: 3, result: result(60) }),
  row('宁乡', { report: 'missing', result: result(80) }),
  row('长沙', { report: 'late', overdue: 2, waiting: 9, signed: 1, outliers: ['total-low'] }),
  row('株洲', { platform: { id: 'z', name: '株洲', tier: 'city', areaCode: '430200' }, result: result(80) }),
]
const names = (wish: Partial<typeof everything>) =>
  arranged(rows, { ...everything, ...wish }).map(({ platform }) => platform.name)

test('a platform that has done all and waits in time asks for nothing', () => {
  expect(concernsOf(row('浏阳', { waiting: 12, report: 'open', lateOrMissing: 4 }))).toEqual([])
})

test('a missing report, an overdue review and an outlier are each said in words', () => {
  expect(concernsOf(rows[1]!)).toEqual([{ tone: 'red', text: '缺报' }])
  expect(concernsOf(rows[2]!).map(({ text }) => text)).toEqual(['晚报', '审核超期 2', '留意 1', '总分偏低'])
})

test('guessed codes are told with their number, and not at all where there were none or nobody may say', () => {
  expect(guessedText(12)).toBe('近 7 天有 12 次扫码用了不属于任何活动的码,可能有人在试码')
  expect(guessedText(0)).toBe('')
  expect(guessedText(null)).toBe('')
})

test('filings that wait too long for the sign-off ask for attention like records, and are found by the same filter', () => {
  const waits = row('宁乡', { filingsWaiting: 3, filingsOverdue: 1 })
  expect(concernsOf(waits)).toEqual([{ tone: 'amber', text: '审定超期 1' }])
  expect(passes(waits, 'overdue')).toBe(true)
  const inTime = row('宁乡', { filingsWaiting: 3 })
  expect(concernsOf(inTime)).toEqual([])
  expect(passes(inTime, 'overdue')).toBe(false)
})

test('the filters keep what they name', () => {
  const kept = (filter: Parameters<typeof passes>[1]) =>
    rows.filter((each) => passes(each, filter)).map(({ platform }) => platform.name)
  expect(kept('all')).toHaveLength(4)
  expect(kept('report')).toEqual(['宁乡', '长沙'])
  expect(kept('overdue')).toEqual(['长沙'])
  expect(kept('signed')).toEqual(['长沙'])
  expect(kept('outlier')).toEqual(['长沙'])
})

test('rows stand in the order wished for, equals in that of their areas, and the list given stays as it was', () => {
  expect(names({})).toEqual(['长沙', '宁乡', '浏阳', '株洲'])
  expect(names({ sort: 'total' })).toEqual(['宁乡', '株洲', '浏阳', '长沙'])
  expect(names({ sort: 'waiting' })).toEqual(['长沙', '浏阳', '宁乡', '株洲'])
  expect(names({ sort: 'area' })).toEqual(['浏阳', '宁乡', '长沙', '株洲'])
  expect(names({ tier: 'city' })).toEqual(['株洲'])
  expect(names({ words: ' 阳 ' })).toEqual(['浏阳'])
  expect(rows[0]?.platform.name).toBe('浏阳')
})

test('values are told with their unit, marks in points, and yes or no as such', () => {
  expect(valueText({ kind: 'quantity', unit: '家' }, 12_000)).toBe('12,000 家')
  expect(valueText({ kind: 'quantity', unit: '' }, false)).toBe('否')
  expect(valueText({ kind: 'mark', unit: '分' }, 7.5)).toBe('7.5 分')
})

test('entries tell who, when and why, and whether a later one took their place', () => {
  const entry = (changes: Partial<StatedEntry>): StatedEntry => ({
    id: 'e',
    value: 6,
    reason: '配合及时',
    judge: null,
    body: null,
    takenBack: null,
    by: '李主任',
    at: '2023-06-20T02:00:00Z',
    own: false,
    inForce: true,
    ...changes,
  })
  const { platform } = rows[0]!
  expect(latestText({ platform, value: null, entries: [] })).toBe('')
  const both = [entry({}), entry({ by: '王处长' }), entry({ inForce: false })]
  expect(latestText({ platform, value: 6, entries: both })).toBe('2 位评定,最近 李主任 6月20日 10:00')
  expect(entryNote(entry({}))).toBe('6月20日 10:00 · 配合及时')
  expect(entryNote(entry({ inForce: false }))).toContain('已被后来的替换')
  expect(entryNote(entry({ judge: '省工信厅' }))).toBe('6月20日 10:00 · 配合及时 · 李主任录入')
  expect(entryNote(entry({ judge: '省工信厅', body: 'department' }))).toBe(
    '6月20日 10:00 · 工信部门 · 配合及时 · 李主任录入',
  )
  const takenBack = { by: '王处长', at: '2023-06-21T02:00:00Z', reason: '录错平台' }
  expect(entryNote(entry({ inForce: false, takenBack }))).toBe(
    '6月20日 10:00 · 配合及时 · 6月21日 10:00 王处长收回:录错平台',
  )
  expect(judgesFor('省工信厅、省平台', 'city')).toEqual(['省工信厅', '省平台'])
  expect(judgesFor('省工信厅、省平台', 'province')).toEqual(['省工信厅'])
})

test('a judge’s name tells for which body it is likely to speak, and above the provincial platform there is no platform', () => {
  expect(['省工信厅', '市工信局', '省平台', '市州平台', '李主任'].map(bodyOf)).toEqual([
    'department',
    'department',
    'platform',
    'platform',
    null,
  ])
  expect(bodiesFor('county').map(({ title }) => title)).toEqual(['工信部门', '上级平台', '不注明'])
  expect(bodiesFor('province').map(({ value }) => value)).toEqual(['department', 'none'])
})

describe('for which body a mark is sent', () => {
  it('follows the name as it is typed over, until somebody has chosen', () => {
    expect(bodyFor(null, '市州平台', 'county')).toBe('platform')
    expect(bodyFor(null, '市工信局', 'county')).toBe('department')
    expect(bodyFor(null, '王处长', 'county')).toBeNull()
    expect(bodyFor('department', '市州平台', 'county')).toBe('department')
    expect(bodyFor('none', '市工信局', 'county')).toBeNull()
  })

  it('is never the platform above the provincial one, of which there is none', () => {
    expect(bodyFor(null, '某平台', 'province')).toBeNull()
    expect(bodyFor(null, '省工信厅', 'province')).toBe('department')
  })
})

describe('what stands where saving failed', () => {
  const told = '郑处长已改为:A 85 分起'

  it('is what somebody else has set meanwhile, and any other failure that came since', () => {
    expect(failureOr('REVISION_CONFLICT', '分数线刚被改过', told)).toBe(told)
    expect(failureOr(null, '', told)).toBe(told)
    expect(failureOr('OFFLINE', '没有网络', told)).toBe('没有网络')
  })

  it('is the conflict itself where what they set cannot be read', () => {
    expect(failureOr('REVISION_CONFLICT', '分数线刚被改过', null)).toBe('分数线刚被改过')
    expect(failureOr(null, '', null)).toBe('')
  })
})
