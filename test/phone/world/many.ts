/** A phone's storage with many records that the server has told it of, over a year and in every state. */
import { makeChunks } from '../../../src/phone/known'
import { newId } from '../../../src/phone/ids'
import { makeKeep } from '../../../src/phone/storage'
import { monthOf } from '../../../src/shared/calendar'
import { dateOfAct, serverStates } from '../../../src/shared/records'
import { activity } from '../../shared/records/builders'
import { fakeStorage, type FakeStorage } from './storage'

const DAY_MS = 24 * 60 * 60 * 1000

/** `count` activities of `platform`, the newest on `last` (ISO), in the form in which the phone keeps them. */
export function storageWith(
  count: number,
  platform: { id: string; name: string },
  last: string,
): FakeStorage {
  const storage = fakeStorage()
  const known = Array.from({ length: count }, (_, at) => {
    const startsAt = new Date(Date.parse(last) - Math.floor((at * 330) / count) * DAY_MS).toISOString()
    const title = `第 ${at + 1} 场对接会`
    const payload = activity({ title, startsAt, endsAt: startsAt, summary: '银行介绍产品,'.repeat(20) })
    const record = {
      ...{ id: newId(Date.parse(startsAt)), platformId: platform.id, platformName: platform.name },
      ...{ revision: 1, hash: 'a'.repeat(64), payload, date: dateOfAct(payload) },
      ...{ filledAt: startsAt, receivedAt: startsAt, state: serverStates[at % 3] ?? 'submitted' },
      returnReason: at % 3 === 2 ? '缺少参与企业名单' : null,
      approvedAttendances: null,
      ...{ missingPhotos: [], photos: [], signInSheets: [], completeness: null },
      ...{ provisional: false, enteredAt: startsAt },
      participants: { scan: 3, staffScan: 1, staffEntry: 0 },
      clockSuspect: false,
    }
    return { record, uncounted: false }
  })
  const months = new Set(known.map(({ record }) => monthOf(record.date)))
  makeChunks(makeKeep(storage)).write(platform.id, months, known)
  return storage
}
