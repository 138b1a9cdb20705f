import { recordAsText } from '../../src/phone/list'
import { activity, honour } from '../shared/records/builders'
import { everyField } from '../shared/records/every-field'

test('a record as text has its categories, its term, its year and whose it is, where they were entered', () => {
  const of = (payload: Parameters<typeof recordAsText>[2]) => recordAsText('r1', '浏阳市窗口平台', payload)
  expect(of(activity({ alsoCategories: ['policy'] }))).toContain('类别：贷款对接活动\n兼属类别：政策服务')
  expect(of(honour({ validUntil: '2025-12-31', forYear: '2022', holder: 'recommended' }))).toContain(
    '有效期至：2025-12-31\n所属年度：2022\n获得者：本平台推荐的机构、专家',
  )
  expect(of(honour())).not.toMatch(/有效期|年度|获得者/)
})

test('a demand as text has its amount as it was entered, and whether it is published', () => {
  expect(recordAsText('r1', '浏阳市窗口平台', everyField.demand).split('\n')).toEqual([
    '窗口平台：浏阳市窗口平台',
    '记录：融资需求',
    '需求种类：股权融资需求',
    '企业名称：示例机械有限公司',
    '信用代码：91430181MA4L00000R',
    '金额：287.5 万元',
    '收到时间：2023-06-21 10:03',
    '发布时间：2023-06-25 12:07',
    '发布渠道：湘企融',
    '用途：购置设备',
    '编号：r1',
  ])
  const unpublished = { ...everyField.demand, publishedAt: null }
  expect(recordAsText('r1', '浏阳', unpublished)).toContain('\n发布时间：尚未发布\n')
})

test('an activity as text has the 家次 that were declared, and how many photos there are', () => {
  const lines = recordAsText('r1', '浏阳市窗口平台', everyField.activity).split('\n')
  expect(lines).toContain('申报家次：4321 家次')
  expect(lines).toContain('照片：7 张，其中签到表 2 张')
  expect(recordAsText('r1', '浏阳', activity({ attendances: 0 }))).toContain('申报家次：0 家次')
})
