/** The signs of records that wait for a decision. */
import type { StoredRecord } from '../../../src/shared/contract'
import { signsOf, type Sign } from '../../../src/shared/records'
import type { Trx } from '../database'
import { participationFacts } from './sign-facts'

const NOBODY = { confirmed: 0, onePhone: 0, burst: 0, late: 0, far: 0 }

type Signed = Pick<StoredRecord, 'id' | 'platformId' | 'payload' | 'clockSuspect'>
/** A record as far as its signs go; `declared` is null for what is no activity. */
export type Declared = Pick<Signed, 'id' | 'platformId' | 'clockSuspect'> & { declared: number | null }

/** By record id; each of the records is in it. */
export function signsOfRecords(trx: Trx, records: readonly Signed[]): Promise<Map<string, Sign[]>> {
  return signsOfDeclared(
    trx,
    records.map(({ payload, ...record }) => ({
      ...record,
      declared: payload.kind === 'activity' ? payload.attendances : null,
    })),
  )
}

/** The same, for many records whose payloads need not be read. */
export async function signsOfDeclared(trx: Trx, records: readonly Declared[]): Promise<Map<string, Sign[]>> {
  const activities = records.filter(({ declared }) => declared !== null)
  const facts = await participationFacts(trx, activities)
  return new Map(
    records.map(({ id, declared, clockSuspect }) => [
      id,
      signsOf({ ...(facts.get(id) ?? NOBODY), declared, clockSuspect }),
    ]),
  )
}
