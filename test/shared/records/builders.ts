/** Records for tests: a valid one of each kind, changed where a test needs it. */
import type { ActivityPayload, DemandPayload, HonourPayload } from '../../../src/shared/records'

export function activity(change: Partial<ActivityPayload> = {}): ActivityPayload {
  return {
    kind: 'activity',
    category: 'matching',
    title: '示例园区银企对接会',
    startsAt: '2023-05-11T06:00:00Z',
    endsAt: '2023-05-11T08:30:00Z',
    place: { name: '浏阳经开区企业服务中心', method: 'typed' },
    role: 'host',
    campaign: 'none',
    online: false,
    published: true,
    attendances: 12,
    announcement: '通知已发',
    summary: '银行介绍产品',
    outcome: '三家达成意向',
    photos: [],
    ...change,
  }
}

export function demand(change: Partial<DemandPayload> = {}): DemandPayload {
  return {
    kind: 'demand',
    demand: 'loan',
    enterprise: { name: '示例机械有限公司', creditCode: '91430181MA4L00000R' },
    amount: 200,
    purpose: '',
    receivedAt: '2023-06-21T02:00:00Z',
    publishedAt: '2023-06-25T02:00:00Z',
    channel: 'xiangqirong',
    ...change,
  }
}

export function honour(change: Partial<HonourPayload> = {}): HonourPayload {
  return {
    kind: 'honour',
    honour: 'service-star',
    title: '服务之星',
    issuer: '湖南省工业和信息化厅',
    conferredOn: '2023-05-10',
    story: '',
    proof: '',
    photos: [],
    ...change,
  }
}
