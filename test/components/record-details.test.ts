import { detailsOf } from '../../src/components/record-details/details'
import type { RecordPayload } from '../../src/shared/records'
import { activity, demand, honour } from '../shared/records/builders'

const linesOf = (payload: RecordPayload) =>
  Object.fromEntries(detailsOf(payload).map(({ label, value }) => [label, value]))

describe('what is shown of a record', () => {
  it('has the other categories of an activity, and that it was both hosted and undertaken', () => {
    const shown = linesOf(activity({ alsoCategories: ['policy', 'training'], role: 'host-undertake' }))
    expect(shown).toMatchObject({ 兼属类别: '政策服务、培训', 我方角色: '主办并承办' })
    expect(linesOf(activity())).not.toHaveProperty('兼属类别')
  })

  it('has both channels of a demand', () => {
    expect(linesOf(demand({ channel: 'both' }))).toMatchObject({ 发布渠道: '两处均发布' })
  })

  it('has the days of an honour with their years, the year that it names, and whose it is', () => {
    const full = honour({ validUntil: '2025-12-31', forYear: '2022', holder: 'recommended' })
    expect(linesOf(full)).toMatchObject({
      日期: '2023年5月10日',
      有效期至: '2025年12月31日',
      所属年度: '2022',
      获得者: '本平台推荐的机构、专家',
    })
    for (const label of ['有效期至', '所属年度', '获得者'])
      expect(linesOf(honour())).not.toHaveProperty(label)
  })
})
