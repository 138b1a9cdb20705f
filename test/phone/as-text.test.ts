import { recordAsText } from '../../src/phone/list'
import { activity, honour } from '../shared/records/builders'

test('a record as text has its categories, its term, its year and whose it is, where they were entered', () => {
  const of = (payload: Parameters<typeof recordAsText>[2]) => recordAsText('r1', '浏阳市窗口平台', payload)
  expect(of(activity({ alsoCategories: ['policy'] }))).toContain('类别：贷款对接活动\n兼属类别：政策服务')
  expect(of(honour({ validUntil: '2025-12-31', forYear: '2022', holder: 'recommended' }))).toContain(
    '有效期至：2025-12-31\n所属年度：2022\n获得者：本平台推荐的机构、专家',
  )
  expect(of(honour())).not.toMatch(/有效期|年度|获得者/)
})
