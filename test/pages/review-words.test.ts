/** What the review screens say of flags and of a batch before it is approved. */
import { changeText, flagText, flagTitles, twinText } from '../../src/pages/review/flag-text'
import { summaryLines } from '../../src/pages/review/summary'
import { riskFlagKinds } from '../../src/shared/flags'
import { activity, demand } from '../functions/harness/records'

test('every kind of flag has words of its own, and one of a later version asks for an update', () => {
  const told = riskFlagKinds.map((kind) => flagText({ kind, count: 7, of: 9 }))
  expect(new Set(told).size).toBe(riskFlagKinds.length)
  expect(new Set(Object.values(flagTitles)).size).toBe(riskFlagKinds.length)
  const later = flagText({ kind: 'of-a-later-version', count: 1, of: null })
  expect(told).not.toContain(later)
  expect(later).toContain('更新小程序')
})

test('shares, differences and twins are told', () => {
  expect(flagText({ kind: 'staff-entries', count: 6, of: 10 })).toContain('10 家中有 6 家')
  expect(flagText({ kind: 'time-unverified', count: 2, of: 8 })).toContain('共 8 家扫码')
  expect(changeText({ field: 'title', from: '茶会', to: '培训', count: 3 })).toContain(
    '名称由“茶会”改为“培训”',
  )
  const twin = { recordId: null, title: null, platformName: null, date: null }
  expect(twinText(twin)).toContain('无权查看')
  expect(twinText({ ...twin, title: '对接会', platformName: '长沙市窗口平台', date: '2023-06-15' })).toBe(
    '2023-06-15 对接会 · 长沙市窗口平台',
  )
})

test('a batch is told by kind with its 家次 and by platform, the most first', () => {
  const platform = (name: string) => ({ platformId: `p-${name}`, platformName: name })
  const lines = summaryLines([
    { ...platform('株洲'), payload: demand() },
    { ...platform('长沙'), payload: activity({ attendances: 12 }) },
    { ...platform('长沙'), payload: activity({ attendances: 30 }) },
  ])
  expect(lines).toHaveLength(4)
  expect(lines[0]).toContain('服务活动 2 条')
  expect(lines[0]).toContain('42 家次')
  expect(lines.slice(1)).toEqual(['融资需求 1 条', '长沙 2 条', '株洲 1 条'])
})
