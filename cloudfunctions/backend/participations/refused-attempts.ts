/** Attempts that were refused, with the reason: a reviewer's signs of fraud. */
import type { ErrorCode } from '../../../src/shared/contract'
import type { Database, Trx } from '../database'

export type RefusedAttempt = {
  at: Date
  personId: string
  action: string
  code: ErrorCode
  tokenHash: string | null
  platformId: string | null
  activityId: string | null
}

/** Keeps an attempt. Call it on the database, or in a transaction that outlives the refusal. */
export async function keepRefusedAttempt(database: Database | Trx, attempt: RefusedAttempt): Promise<void> {
  await database
    .insertInto('refused_attempts')
    .values({
      at: attempt.at,
      person_id: attempt.personId,
      action: attempt.action,
      code: attempt.code,
      token_hash: attempt.tokenHash,
      platform_id: attempt.platformId,
      activity_id: attempt.activityId,
    })
    .execute()
}

/** How many attempts with an activity's codes were refused, by the code of the error, the most frequent first. */
export async function countRefusedAttempts(
  database: Database | Trx,
  platformId: string,
  activityId: string,
): Promise<{ code: string; count: number }[]> {
  return database
    .selectFrom('refused_attempts')
    .select((eb) => ['code', eb.fn.countAll<number>().as('count')])
    .where('platform_id', '=', platformId)
    .where('activity_id', '=', activityId)
    .groupBy('code')
    .orderBy('count', 'desc')
    .orderBy('code')
    .execute()
}

/**
 * How many attempts since an instant had a token that belongs to no activity. What has not even the form of a request
 * may come of an old version of the mini-program.
 */
export async function countGuessedAttempts(database: Database | Trx, since: Date): Promise<number> {
  const { count } = await database
    .selectFrom('refused_attempts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('activity_id', 'is', null)
    .where('code', '!=', 'INVALID_INPUT')
    .where('at', '>=', since)
    .executeTakeFirstOrThrow()
  return count
}
