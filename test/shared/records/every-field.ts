/** A record of each kind with every field set, each value one that stands nowhere else in it. */
import { recordPayload, type RecordKind, type RecordPayload } from '../../../src/shared/records'

const photo = (id: number) => ({
  id: `01890000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  sha256: 'a'.repeat(64),
  size: 1000 + id,
})

const enterprise = { name: '示例机械有限公司', creditCode: '91430181MA4L00000R' }

export const everyField: { [Kind in RecordKind]: Extract<RecordPayload, { kind: Kind }> } = {
  activity: {
    kind: 'activity',
    category: 'matching',
    alsoCategories: ['policy', 'training'],
    title: '示例园区银企对接会',
    startsAt: '2023-05-11T06:00:00Z',
    endsAt: '2023-05-12T08:35:00Z',
    place: {
      name: '浏阳经开区企业服务中心',
      method: 'located',
      latitude: 28.163,
      longitude: 113.642,
      accuracy: 35,
    },
    role: 'assist',
    campaign: 'together',
    online: true,
    topic: '知识产权质押',
    ledToLoan: true,
    published: true,
    attendances: 4321,
    announcement: '对接会通知',
    summary: '银行介绍产品',
    outcome: '三家达成意向',
    photos: Array.from({ length: 7 }, (_, index) => ({
      ...photo(index),
      ...(index < 2 && { role: 'sign-in-sheet' as const }),
    })),
  },
  demand: {
    kind: 'demand',
    demand: 'equity',
    enterprise,
    amount: 287.5,
    purpose: '购置设备',
    receivedAt: '2023-06-21T02:03:00Z',
    publishedAt: '2023-06-25T04:07:00Z',
    channel: 'xiangqirong',
  },
  transaction: {
    kind: 'transaction',
    enterprise,
    service: '财税代理',
    order: 'DD-20230615-7',
    completedAt: '2023-06-15T01:08:00Z',
    confirmedByBoth: true,
  },
  honour: {
    kind: 'honour',
    honour: 'excellent-product',
    title: '云上开票助手',
    issuer: '湖南省工业和信息化厅',
    conferredOn: '2023-05-10',
    validUntil: '2025-12-31',
    forYear: '2022',
    holder: 'recommended',
    story: '助企案例之二',
    proof: '湘工信函三十号',
    photos: Array.from({ length: 8 }, (_, index) => photo(index)),
  },
}

export const kinds = recordPayload.options.map(({ shape }) => shape.kind.value)

/** The paths of all values of a payload, such as `enterprise.name`, but for its kind; a list is one value. */
export function pathsOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    if (prefix === '' && key === 'kind') return []
    const path = `${prefix}${key}`
    return typeof member === 'object' && member !== null && !Array.isArray(member)
      ? pathsOf(member, `${path}.`)
      : [path]
  })
}
