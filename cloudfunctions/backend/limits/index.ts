/** How often something may be tried: counted by person and subject in windows of fixed length. */
import { sql } from 'kysely'
import { Refusal } from '../../../src/shared/contract'
import type { Database, Trx } from '../database'

export type RateLimit = { hits: number; seconds: number }

/**
 * Counts one try under the key and refuses with RATE_LIMITED above `hits` in the window of `seconds` that
 * `now` falls into. Count in an action's `before`, so that refused tries count too. `onFirstOver` runs at the
 * first try above the limit alone, so that whoever goes on cannot fill a table by it.
 */
export async function countTry(
  database: Database | Trx,
  key: readonly [action: string, ...subject: string[]],
  limit: RateLimit,
  now: Date,
  onFirstOver?: () => Promise<void>,
): Promise<void> {
  const length = limit.seconds * 1000
  const startsAt = new Date(Math.floor(now.getTime() / length) * length)
  const text = key.join(' ')
  const { hits } = await database
    .insertInto('rate_limits')
    .values({ key: text, starts_at: startsAt })
    .onConflict((conflict) =>
      conflict.columns(['key', 'starts_at']).doUpdateSet({ hits: sql`rate_limits.hits + 1` }),
    )
    .returning('hits')
    .executeTakeFirstOrThrow()
  // The first try of a window clears the windows before it.
  if (hits === 1) {
    await database
      .deleteFrom('rate_limits')
      .where('key', '=', text)
      .where('starts_at', '<', startsAt)
      .execute()
  }
  if (hits === limit.hits + 1) await onFirstOver?.()
  if (hits > limit.hits) throw new Refusal('RATE_LIMITED')
}
