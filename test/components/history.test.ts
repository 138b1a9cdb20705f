import { changesBetween } from '../../cloudfunctions/review/changes'
import { changeText } from '../../src/format'
import { activity } from '../shared/records/builders'

test('a changed field is named and said in words, an unknown one as it came', () => {
  const change = (field: string, from: string, to: string) => changeText({ field, from, to }, 'activity')
  expect(change('attendances', '12', '10')).toBe('申报家次：12 家次 → 10 家次')
  expect(change('outcome', '', '3 家达成意向')).toBe('成效或反馈：空 → 3 家达成意向')
  expect(change('startsAt', '2023-06-15T01:00:00Z', '2023-06-15T02:30:00Z')).toBe(
    '开始时间：6月15日 09:00 → 6月15日 10:30',
  )
  const moved = { field: 'startsAt', from: '2023-12-15T01:00:00Z', to: '2024-01-15T01:00:00Z' }
  expect(changeText(moved, 'activity', '2024')).toBe('开始时间：2023年12月15日 09:00 → 1月15日 09:00')
  expect(change('category', 'visit', 'matching')).toBe('类别：走访企业 → 贷款对接活动')
  expect(change('published', 'false', 'true')).toBe('后台发布：未发布 → 已发布')
  expect(change('later.field', 'a', 'b')).toBe('later.field：a → b')
})

test('other categories are said in words, as the server tells of them', () => {
  const changes = changesBetween(activity(), activity({ alsoCategories: ['policy', 'training'] }))
  expect(changes.map((each) => changeText(each, 'activity'))).toEqual(['兼属类别：空 → 政策服务、培训'])
})
