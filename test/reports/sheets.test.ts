/** What the sheets of records say where a province counts them by other readings of a clause. */
import { activitySheets } from '../../cloudfunctions/reports/activity-sheets'
import { otherSheets } from '../../cloudfunctions/reports/other-sheets'
import type { SheetPlan } from '../../cloudfunctions/reports/sheets'
import type { RecordPayload } from '../../src/shared/records'
import { activity, demand, honour } from '../shared/records/builders'
import { activityRecord, ledger, now } from './files'

const of = (...payloads: RecordPayload[]) => ({
  ...ledger,
  records: payloads.map((payload, index) => ({ ...activityRecord(index), payload })),
})
const column = (sheet: SheetPlan | undefined, title: string) => {
  const at = sheet?.columns.findIndex((each) => each.title === title) ?? -1
  return sheet?.rows.map((row) => row[at])
}

test('the ledger has the other categories of an activity below its own, and each role by its name', () => {
  const several = activity({ alsoCategories: ['policy', 'training'], role: 'host-undertake' })
  const [sheet] = activitySheets(of(activity(), several), now)
  expect(column(sheet, '类别')).toEqual(['贷款对接活动', '贷款对接活动\n兼属类别：政策服务、培训'])
  expect(column(sheet, '角色')).toEqual(['主办', '主办并承办'])
})

test('a demand on both channels says so', () => {
  const [sheet] = otherSheets(of(demand({ channel: 'both' })), now)
  expect(column(sheet, '发布渠道')).toEqual(['两处均发布'])
})

test('an honour has its term, its year and whose it is in a remark', () => {
  const full = honour({ validUntil: '2025-12-31', forYear: '2022', holder: 'recommended' })
  const [sheet] = otherSheets(of(honour(), full), now)
  expect(column(sheet, '备注')).toEqual([
    null,
    '有效期至：2025-12-31\n所属年度：2022\n获得者：本平台推荐的机构、专家',
  ])
})
