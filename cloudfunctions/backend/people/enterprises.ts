/** Enterprises by their credit codes, and who stands for which. */
import type { BoundEnterprise } from '../../../src/shared/contract'
import type { Enterprise } from '../../../src/shared/records'
import type { Database, Trx } from '../database'

/** `confirmed`: somebody has confirmed that the person stands for it. */
export type StoodFor = BoundEnterprise & { confirmed: boolean }

/** The registered enterprise of a credit code. Who registers a code first sets its name; later names change nothing. */
export async function registerEnterprise(
  trx: Trx,
  enterprise: Enterprise,
  now: Date,
): Promise<BoundEnterprise> {
  await trx
    .insertInto('enterprises')
    .values({ credit_code: enterprise.creditCode, name: enterprise.name, created_at: now })
    .onConflict((conflict) => conflict.column('credit_code').doNothing())
    .execute()
  return trx
    .selectFrom('enterprises')
    .select(['credit_code as creditCode', 'name'])
    .where('credit_code', '=', enterprise.creditCode)
    .executeTakeFirstOrThrow()
}

/** From now on the person stands for this registered enterprise, unconfirmed, and no longer for another. */
export async function bindPerson(trx: Trx, personId: string, creditCode: string, now: Date): Promise<void> {
  await trx
    .insertInto('person_enterprises')
    .values({ person_id: personId, credit_code: creditCode, bound_at: now })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({
        credit_code: creditCode,
        bound_at: now,
        confirmed_at: null,
        confirmed_by: null,
        confirmed_how: null,
      }),
    )
    .execute()
}

/** The enterprise that a person stands for, or null. */
export async function enterpriseOf(database: Database | Trx, personId: string): Promise<StoodFor | null> {
  const found = await database
    .selectFrom('person_enterprises')
    .innerJoin('enterprises', 'enterprises.credit_code', 'person_enterprises.credit_code')
    .select(['enterprises.credit_code as creditCode', 'enterprises.name', 'confirmed_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!found) return null
  const { confirmed_at, ...enterprise } = found
  return { ...enterprise, confirmed: confirmed_at !== null }
}

/** A registered enterprise, or null. */
export async function findEnterprise(
  database: Database | Trx,
  creditCode: string,
): Promise<BoundEnterprise | null> {
  const found = await database
    .selectFrom('enterprises')
    .select(['credit_code as creditCode', 'name'])
    .where('credit_code', '=', creditCode)
    .executeTakeFirst()
  return found ?? null
}
