/** Stored codes of activities. The token itself is never stored, only its SHA-256. */
import type { Database, Trx } from '../database'

export type TokenKind = 'rotating' | 'poster'
export type StoredToken = {
  activityId: string
  platformId: string
  kind: TokenKind
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  /** Minutes from the end of the activity. */
  closesAfter: number
}

export type NewToken = {
  hash: string
  activityId: string
  platformId: string
  kind: TokenKind
  createdBy: string
  createdAt: Date
  expiresAt: Date
  closesAfter: number
}

/** Keeps a new token. Those before it stay valid until they expire by themselves: somebody may be scanning one now. */
export async function keepToken(trx: Trx, token: NewToken): Promise<void> {
  await trx
    .insertInto('activity_tokens')
    .values({
      token_hash: token.hash,
      platform_id: token.platformId,
      activity_id: token.activityId,
      kind: token.kind,
      created_by: token.createdBy,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      closes_after_minutes: token.closesAfter,
    })
    .execute()
}

export async function findToken(database: Database | Trx, hash: string): Promise<StoredToken | null> {
  const row = await database
    .selectFrom('activity_tokens')
    .select(['activity_id as activityId', 'platform_id as platformId', 'kind'])
    .select(['created_at as createdAt', 'expires_at as expiresAt', 'revoked_at as revokedAt'])
    .select('closes_after_minutes as closesAfter')
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  return row ?? null
}

/** Gives a code that is out already another end. */
export async function moveEndOfToken(
  trx: Trx,
  hash: string,
  { closesAfter, expiresAt }: Pick<StoredToken, 'closesAfter' | 'expiresAt'>,
): Promise<void> {
  await trx
    .updateTable('activity_tokens')
    .set({ closes_after_minutes: closesAfter, expires_at: expiresAt })
    .where('token_hash', '=', hash)
    .execute()
}

/** Revokes an activity's tokens that are not revoked yet: the one of this hash, or with null all. How many. */
export async function revokeTokens(
  trx: Trx,
  activity: { platformId: string; activityId: string },
  hash: string | null,
  now: Date,
): Promise<number> {
  let query = trx
    .updateTable('activity_tokens')
    .set({ revoked_at: now })
    .where('platform_id', '=', activity.platformId)
    .where('activity_id', '=', activity.activityId)
    .where('revoked_at', 'is', null)
  if (hash !== null) query = query.where('token_hash', '=', hash)
  const revoked = await query.returning('token_hash').execute()
  return revoked.length
}

/** Keeps that a code served somebody in its time. Again changes nothing. */
export async function keepTokenUse(trx: Trx, hash: string, personId: string, now: Date): Promise<void> {
  await trx
    .insertInto('token_uses')
    .values({ token_hash: hash, person_id: personId, used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether a code served somebody in its time, and never this person. */
export async function servedOthersAlone(
  database: Database | Trx,
  hash: string,
  personId: string,
): Promise<boolean> {
  const { uses, own } = await database
    .selectFrom('token_uses')
    .select((eb) => [
      eb.fn.countAll<number>().as('uses'),
      eb.fn.countAll<number>().filterWhere('person_id', '=', personId).as('own'),
    ])
    .where('token_hash', '=', hash)
    .executeTakeFirstOrThrow()
  return uses > 0 && own === 0
}
