/** Records as a phone would send them. */
import { createHash, randomUUID } from 'node:crypto'
import type { Dependencies, Main } from '../../../cloudfunctions/backend'
import { createFunction } from '../../../cloudfunctions/records/create-function'
import { previewLinks } from '../../../cloudfunctions/records/link-photos'
import {
  hashedText,
  type ActivityPayload,
  type PushedRecord,
  type RecordPayload,
  type DemandPayload,
} from '../../../src/shared/records'

/** `records` with the photos of the local preview. */
export const createRecords = (dependencies: Dependencies): Main => createFunction(dependencies, previewLinks)

/** A complete matching event of 2023-06-15 with 12 家次, changed as the test needs. */
export function activity(changes: Partial<ActivityPayload> = {}): ActivityPayload {
  return {
    kind: 'activity',
    category: 'matching',
    title: '园区贷款对接会',
    startsAt: '2023-06-15T01:00:00Z',
    endsAt: '2023-06-15T04:00:00Z',
    place: { name: '麓谷园区', method: 'typed' },
    role: 'host',
    campaign: 'none',
    online: false,
    published: true,
    attendances: 12,
    announcement: '关于举办园区贷款对接会的通知',
    summary: '12 家企业与 3 家银行对接。',
    outcome: '3 家达成意向。',
    photos: [],
    ...changes,
  }
}

export function demand(changes: Partial<DemandPayload> = {}): DemandPayload {
  return {
    kind: 'demand',
    demand: 'loan',
    enterprise: { name: '长沙示例制造有限公司', creditCode: '91430100MA4L16JQ9D' },
    amount: 200,
    purpose: '购置设备',
    receivedAt: '2023-06-15T01:00:00Z',
    publishedAt: '2023-06-15T08:00:00Z',
    channel: 'provincial',
    ...changes,
  }
}

/** A record to push; its hash is right unless the test says otherwise. */
export function record(changes: Partial<PushedRecord> = {}): PushedRecord {
  const platformId = changes.platformId ?? 'p-changsha'
  const payload = changes.payload ?? activity()
  return {
    id: randomUUID(),
    platformId,
    revision: 1,
    filledAt: '2023-06-15T05:00:00Z',
    payload,
    hash: createHash('sha256').update(hashedText(platformId, payload)).digest('hex'),
    reason: '',
    ...changes,
  }
}

/** The next revision of a record, with a reason and other content. */
export function revised(before: PushedRecord, payload: RecordPayload, reason = '补充材料'): PushedRecord {
  return record({
    id: before.id,
    platformId: before.platformId,
    revision: before.revision + 1,
    payload,
    reason,
  })
}
