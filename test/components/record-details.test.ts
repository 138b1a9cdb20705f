import { detailsOf } from '../../src/format'
import type { RecordPayload } from '../../src/shared/records'
import { activity, demand, honour } from '../shared/records/builders'

const linesOf = (payload: RecordPayload, thisYear = '2023') =>
  Object.fromEntries(detailsOf(payload, thisYear).map(({ label, value }) => [label, value]))

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
      授予或刊载日期: '2023年5月10日',
      有效期至: '2025年12月31日',
      所属年度: '2022',
      获得者: '本平台推荐的机构、专家',
    })
    for (const label of ['有效期至', '所属年度', '获得者'])
      expect(linesOf(honour())).not.toHaveProperty(label)
  })

  it('has the year with times of another year, as the year before is looked at in January', () => {
    const held = activity({ startsAt: '2023-12-31T15:00:00Z', endsAt: '2023-12-31T17:00:00Z' })
    expect(linesOf(held, '2024')).toMatchObject({ 时间: '2023年12月31日 23:00 – 1月1日 01:00' })
    expect(linesOf(held, '2023')).toMatchObject({ 时间: '12月31日 23:00 – 2024年1月1日 01:00' })
    const asked = demand({ receivedAt: '2023-06-15T01:00:00Z', publishedAt: '2023-06-16T01:00:00Z' })
    expect(linesOf(asked, '2024')).toMatchObject({
      收到时间: '2023年6月15日 09:00',
      发布时间: '2023年6月16日 09:00',
    })
    expect(linesOf(asked, '2023')).toMatchObject({ 收到时间: '6月15日 09:00' })
    const done: RecordPayload = {
      kind: 'transaction',
      enterprise: demand().enterprise,
      service: '财税代理',
      order: 'A1',
      completedAt: '2023-06-15T01:00:00Z',
      confirmedByBoth: true,
    }
    expect(linesOf(done, '2024')).toMatchObject({ 完成时间: '2023年6月15日 09:00' })
  })
})
