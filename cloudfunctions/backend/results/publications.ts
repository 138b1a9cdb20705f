/** Publications of periods. Whether one is final is derived: its publicity is over and no objection is open. */
import { sql } from 'kysely'
import { shanghaiDate } from '../../../src/shared/calendar'
import type { Publication } from '../../../src/shared/contract'
import type { Database, Trx } from '../database'

/** The publications of these periods as they stand at `now`, by period. */
export async function publicationsOf(
  database: Database | Trx,
  periods: readonly string[],
  now: Date,
): Promise<Map<string, Publication>> {
  if (periods.length === 0) return new Map()
  const rows = await database
    .selectFrom('publications')
    .select(['period', 'published_at', 'publicity_from', 'publicity_until'])
    .select(
      sql<number>`(
        select count(*) from objections left join objection_answers answers
          on answers.platform_id = objections.platform_id and answers.objection_id = objections.id
        where objections.period = publications.period and answers.objection_id is null
      )`.as('open'),
    )
    .where('period', 'in', [...periods])
    .execute()
  const today = shanghaiDate(now)
  return new Map(
    rows.map((row) => [
      row.period,
      {
        publishedAt: row.published_at.toISOString(),
        publicityFrom: row.publicity_from,
        publicityUntil: row.publicity_until,
        openObjections: row.open,
        final: today > row.publicity_until && row.open === 0,
      },
    ]),
  )
}

export async function findPublication(
  database: Database | Trx,
  period: string,
  now: Date,
): Promise<Publication | null> {
  return (await publicationsOf(database, [period], now)).get(period) ?? null
}

/** Makes frozen results of a period public and says until when one may object; returns how many results. */
export async function publishFrozen(
  trx: Trx,
  made: {
    period: string
    tiers: readonly string[]
    by: string
    at: Date
    publicity: { from: string; until: string }
  },
): Promise<number> {
  await trx
    .insertInto('publications')
    .values({
      period: made.period,
      published_by: made.by,
      published_at: made.at,
      publicity_from: made.publicity.from,
      publicity_until: made.publicity.until,
    })
    .execute()
  const published = await trx
    .updateTable('results')
    .set({ state: 'published' })
    .where('period', '=', made.period)
    .where('tier', 'in', [...made.tiers])
    .where('state', '=', 'frozen')
    .returning('id')
    .execute()
  return published.length
}
