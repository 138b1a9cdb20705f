/** The signs of records that wait for a decision. */
import type { StoredRecord } from '../../../src/shared/contract'
import { signsOf, type Sign } from '../../../src/shared/records'
import type { Trx } from '../database'
import { participationFacts } from './sign-facts'

const NOBODY = { confirmed: 0, onePhone: 0, burst: 0, late: 0, far: 0 }

type Signed = Pick<StoredRecord, 'id' | 'platformId' | 'payload' | 'clockSuspect'>

/** By record id; each of the records is in it. */
export async function signsOfRecords(trx: Trx, records: readonly Signed[]): Promise<Map<string, Sign[]>> {
  const activities = records.filter(({ payload }) => payload.kind === 'activity')
  const facts = await participationFacts(trx, activities)
  return new Map(
    records.map(({ id, payload, clockSuspect }) => {
      const declared = payload.kind === 'activity' ? payload.attendances : null
      return [id, signsOf({ ...(facts.get(id) ?? NOBODY), declared, clockSuspect })]
    }),
  )
}
