/** Enterprises that staff enter, many at a time. */
import type { Trx } from '../database'

/** Makes enterprises known; the name of one that is known already stays. Sorted, so that two batches cannot block each other. */
export async function registerEnterprises(
  trx: Trx,
  enterprises: readonly { creditCode: string; name: string }[],
  now: Date,
): Promise<void> {
  const names = new Map(enterprises.map(({ creditCode, name }) => [creditCode, name]))
  const rows = [...names].sort(([a], [b]) => (a < b ? -1 : 1))
  if (rows.length === 0) return
  await trx
    .insertInto('enterprises')
    .values(rows.map(([credit_code, name]) => ({ credit_code, name, created_at: now })))
    .onConflict((conflict) => conflict.column('credit_code').doNothing())
    .execute()
}
