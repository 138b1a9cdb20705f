/** The records of platforms and a period, with who took part in the activities. */
import { monthsOf } from '../../src/shared/calendar'
import {
  Refusal,
  reportLimits,
  type Participation,
  type Platform,
  type StoredRecord,
} from '../../src/shared/contract'
import { countOfMonths, listRecordsOfMonths, type Trx } from '../backend'
import { listParticipationsOfMonths } from '../backend/participations'

export type Ledger = {
  platforms: readonly Platform[]
  period: string
  /** Platform by platform, in the order of the days. */
  records: StoredRecord[]
  participations: Participation[]
}

/** `ids` are further records, whenever they are dated. Refuses with TOO_LARGE, before reading, what a function's memory may not hold. */
export async function readLedger(
  trx: Trx,
  platforms: readonly Platform[],
  period: string,
  ids: readonly string[] = [],
): Promise<Ledger> {
  const chosen = { months: monthsOf(period), ids }
  const platformIds = platforms.map(({ id }) => id)
  const size = await countOfMonths(trx, platformIds, chosen)
  if (size.records + size.participations > reportLimits.ledgerRows) {
    const message = `这份台账有 ${size.records + size.participations} 行,超过一份 ${reportLimits.ledgerRows} 行的上限。请按季度、月份或分平台导出。`
    throw new Refusal('TOO_LARGE', { message })
  }
  const ledger: Ledger = { platforms, period, records: [], participations: [] }
  // One after the other: an answer of the database is no larger than one platform's period.
  for (const id of platformIds) {
    for (const record of await listRecordsOfMonths(trx, id, chosen)) ledger.records.push(record)
    for (const each of await listParticipationsOfMonths(trx, id, chosen)) ledger.participations.push(each)
  }
  return ledger
}
