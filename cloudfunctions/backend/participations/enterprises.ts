/** Enterprises by credit code, and which one a person stands for. */
import type { BoundEnterprise } from '../../../src/shared/contract'
import type { Database, Trx } from '../database'

const columns = ['enterprises.credit_code as creditCode', 'enterprises.name'] as const

export async function findEnterprise(
  database: Database | Trx,
  creditCode: string,
): Promise<BoundEnterprise | null> {
  const row = await database
    .selectFrom('enterprises')
    .select(columns)
    .where('credit_code', '=', creditCode)
    .executeTakeFirst()
  return row ?? null
}

/** The enterprise that a person has bound, or null. */
export async function enterpriseOf(
  database: Database | Trx,
  personId: string,
): Promise<BoundEnterprise | null> {
  const row = await database
    .selectFrom('person_enterprises')
    .innerJoin('enterprises', 'enterprises.credit_code', 'person_enterprises.credit_code')
    .select(columns)
    .where('person_enterprises.person_id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

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
