/** Whom to tell, and who was told: each message goes to a person once. */
import type { Database, Trx } from '../database'

export type Recipient = { personId: string; openid: string }

/** The managers of some platforms now. */
export async function managersOf(
  database: Database | Trx,
  platformIds: readonly string[],
): Promise<(Recipient & { platformId: string })[]> {
  if (platformIds.length === 0) return []
  const rows = await database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['people.id as personId', 'people.openid', 'memberships.platform_id as platformId'])
    .where('memberships.role', '=', 'manager')
    .where('memberships.revoked_at', 'is', null)
    .where('memberships.platform_id', 'in', [...platformIds])
    .orderBy('memberships.granted_at')
    .execute()
  return rows.flatMap(({ platformId, ...row }) => (platformId === null ? [] : [{ ...row, platformId }]))
}

export async function recipientOf(database: Database | Trx, personId: string): Promise<Recipient> {
  const { openid } = await database
    .selectFrom('people')
    .select('openid')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return { personId, openid }
}

/** Takes the message for sending; false if it was sent, or is being sent, already. */
export async function claimMessage(
  database: Database,
  personId: string,
  subject: string,
  now: Date,
): Promise<boolean> {
  const claimed = await database
    .insertInto('messages_sent')
    .values({ person_id: personId, subject, claimed_at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'subject']).doNothing())
    .returning('subject')
    .executeTakeFirst()
  return claimed !== undefined
}

/** `outcome`: `sent`, or what stood in the way, without any personal data. */
export async function keepOutcome(
  database: Database,
  personId: string,
  subject: string,
  outcome: string,
): Promise<void> {
  await database
    .updateTable('messages_sent')
    .set({ outcome })
    .where('person_id', '=', personId)
    .where('subject', '=', subject)
    .execute()
}
