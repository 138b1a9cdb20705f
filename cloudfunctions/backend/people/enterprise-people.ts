/** Who is confirmed for an enterprise: by the code on their phone, by a colleague, or by a platform's staff. */
import { appendAudit } from '../audit'
import type { Database, Trx } from '../database'

export type PersonConfirmation = {
  personId: string
  creditCode: string
  how: 'code' | 'colleague' | 'platform'
  by: string
  /** The platform whose staff did so; null for a colleague. */
  platformId: string | null
  now: Date
}

/**
 * Confirms that a person stands for an enterprise, audited, and verifies the scans that they made for it. False when
 * they do not stand for it, are confirmed already, or would confirm themselves: then nothing changes.
 */
export async function confirmPerson(trx: Trx, confirmation: PersonConfirmation): Promise<boolean> {
  const { personId, creditCode, how, by, platformId, now } = confirmation
  if (personId === by) return false
  const changed = await trx
    .updateTable('person_enterprises')
    .set({ confirmed_at: now, confirmed_by: by, confirmed_how: how })
    .where('person_id', '=', personId)
    .where('credit_code', '=', creditCode)
    .where('confirmed_at', 'is', null)
    .returning('person_id')
    .execute()
  if (changed.length === 0) return false
  await trx
    .updateTable('participations')
    .set({ unverified: false })
    .where('person_id', '=', personId)
    .where('credit_code', '=', creditCode)
    .where('source', '=', 'scan')
    .execute()
  const details = { creditCode, how }
  await appendAudit(trx, {
    at: now,
    personId: by,
    action: 'confirmPerson',
    platformId,
    subject: personId,
    details,
  })
  return true
}

/** The person stands for no enterprise from now on. The credit code that they stood for, or null. */
export async function unbindPerson(trx: Trx, personId: string): Promise<string | null> {
  const removed = await trx
    .deleteFrom('person_enterprises')
    .where('person_id', '=', personId)
    .returning('credit_code')
    .executeTakeFirst()
  return removed?.credit_code ?? null
}

/** Who stands for an enterprise without being confirmed, the longest waiting first. */
export async function listUnconfirmed(
  database: Database | Trx,
  creditCode: string,
  most: number,
): Promise<{ personId: string; name: string; boundAt: Date }[]> {
  return database
    .selectFrom('person_enterprises')
    .innerJoin('people', 'people.id', 'person_enterprises.person_id')
    .select(['people.id as personId', 'people.name', 'bound_at as boundAt'])
    .where('credit_code', '=', creditCode)
    .where('confirmed_at', 'is', null)
    .orderBy('bound_at')
    .orderBy('people.id')
    .limit(most)
    .execute()
}

export type PersonCode = { personId: string; creditCode: string; createdAt: Date; expiresAt: Date }

export async function keepPersonCode(trx: Trx, hash: string, code: PersonCode): Promise<void> {
  await trx
    .insertInto('person_codes')
    .values({
      token_hash: hash,
      person_id: code.personId,
      credit_code: code.creditCode,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
    })
    .execute()
}

/** The code of a hash that an enterprise's person showed; null for an unknown one. */
export async function findPersonCode(database: Database | Trx, hash: string): Promise<PersonCode | null> {
  const found = await database
    .selectFrom('person_codes')
    .select(['person_id as personId', 'credit_code as creditCode'])
    .select(['created_at as createdAt', 'expires_at as expiresAt'])
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  return found ?? null
}
