/** Which version answers, and to the province: whether its database is as new, and the last run. */
import { sql } from 'kysely'
import { lastHolidayYear } from '../../src/shared/calendar'
import type { Output } from '../../src/shared/contract'
import type { Context } from '../backend'

// Both are written in when the function is bundled (config/build-functions.mjs).
const version = process.env.PRODUCT_VERSION ?? 'unbuilt'
const expectedMigration = process.env.NEWEST_MIGRATION ?? null

export async function health({ trx, memberships }: Context): Promise<Output<'session', 'health'>> {
  if (!memberships.some(({ role }) => role === 'province')) return { version, province: null }
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name desc limit 1`.execute(trx)
  const run = await trx
    .selectFrom('runs')
    .select(['period', 'started_at', 'finished_at'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    version,
    province: {
      migration: rows[0]?.name ?? null,
      expectedMigration,
      lastHolidayYear,
      lastRun: run
        ? {
            period: run.period,
            startedAt: run.started_at.toISOString(),
            finishedAt: run.finished_at?.toISOString() ?? null,
          }
        : null,
    },
  }
}
