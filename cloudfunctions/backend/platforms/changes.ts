/**
 * The order of a platform's changes. Each change takes the next number while holding the platform's row, so
 * numbers become visible in their order: who has read up to n misses nothing below n.
 */
import { sql } from 'kysely'
import type { Trx } from '../database'

/**
 * Locks the platform's changes until the end of the transaction and takes the next `count` numbers; returns
 * the first. Call it before reading what the change depends on: whoever waits here then reads what the
 * other one committed. A transaction that changes several platforms takes them in the order of their ids.
 */
export async function takeChanges(trx: Trx, platformId: string, count = 1): Promise<number> {
  const { last_change } = await trx
    .insertInto('platform_changes')
    .values({ platform_id: platformId, last_change: count })
    .onConflict((conflict) =>
      conflict
        .column('platform_id')
        .doUpdateSet({ last_change: sql<number>`platform_changes.last_change + ${count}::bigint` }),
    )
    .returning('last_change')
    .executeTakeFirstOrThrow()
  return last_change - count + 1
}

/** The platform's latest change; 0 before the first. */
export async function latestChange(trx: Trx, platformId: string): Promise<number> {
  const row = await trx
    .selectFrom('platform_changes')
    .select('last_change')
    .where('platform_id', '=', platformId)
    .executeTakeFirst()
  return row?.last_change ?? 0
}

/** Marks months (`2023-04`) of a platform as changed: tallies made before are stale. Hold the platform's changes. */
export async function markMonthsChanged(
  trx: Trx,
  platformId: string,
  months: Iterable<string>,
): Promise<void> {
  const distinct = [...new Set(months)].sort()
  if (distinct.length === 0) return
  await trx
    .insertInto('month_versions')
    .values(distinct.map((month) => ({ platform_id: platformId, month })))
    .onConflict((conflict) =>
      conflict
        .columns(['platform_id', 'month'])
        .doUpdateSet({ version: sql<number>`month_versions.version + 1` }),
    )
    .execute()
}
