/** Lists of the results in force: of those that were replaced, only the one that replaced them. */
import { sql } from 'kysely'
import { z } from 'zod'
import { cutSchema, type Tier } from '../../../src/shared/contract'
import type { Cut } from '../../../src/shared/scoring'
import type { Database, Trx } from '../database'
import { exclusionsInForce } from './exclusions'
import { resultOf, selectResults, type Result } from './results'

/** Of one class and period, best first. */
export async function listResults(database: Database | Trx, period: string, tier: Tier): Promise<Result[]> {
  const rows = await selectResults(database)
    .where('results.period', '=', period)
    .where('results.tier', '=', tier)
    .where('results.state', '!=', 'replaced')
    .orderBy('results.total', 'desc')
    .orderBy('platforms.area_code')
    .execute()
  return rows.map(resultOf)
}

/** What the results in force of a class and period say: card as stored, and the facts of the period alone. By id. */
export async function listContents(
  database: Database | Trx,
  period: string,
  tier: Tier,
): Promise<Map<string, { card: string; increment: unknown }>> {
  const rows = await database
    .selectFrom('results')
    .select(['id', 'card', 'increment'])
    .where('period', '=', period)
    .where('tier', '=', tier)
    .where('state', '!=', 'replaced')
    .execute()
  return new Map(rows.map(({ id, card, increment }) => [id, { card, increment }]))
}

/** Every result of a period and class, replaced ones too, in the order in which they were made. */
export async function listHistory(database: Database | Trx, period: string, tier: Tier): Promise<Result[]> {
  const rows = await selectResults(database)
    .where('results.period', '=', period)
    .where('results.tier', '=', tier)
    .orderBy('platforms.area_code')
    .orderBy('results.computed_at')
    .orderBy('results.id')
    .execute()
  return rows.map(resultOf)
}

/** A count among the facts of the results of a period and class, by platform; where it is unknown there is no entry. */
export async function countedIn(
  database: Database | Trx,
  period: string,
  tier: Tier,
  fact: string,
): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('results')
    .select(['platform_id as platformId', sql<unknown>`facts -> ${fact}::text`.as('count')])
    .where('period', '=', period)
    .where('tier', '=', tier)
    .where('state', '!=', 'replaced')
    .execute()
  return new Map(
    rows.flatMap(({ platformId, count }) =>
      typeof count === 'number' ? [[platformId, count] as const] : [],
    ),
  )
}

/** The periods that have results. */
export async function listPeriods(database: Database | Trx): Promise<string[]> {
  const rows = await database
    .selectFrom('results')
    .select('period')
    .distinct()
    .where('state', '!=', 'replaced')
    .orderBy('period')
    .execute()
  return rows.map(({ period }) => period)
}

/** The periods of which a platform has a result in force. */
export async function listPeriodsOf(database: Database | Trx, platformId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('results')
    .select('period')
    .where('platform_id', '=', platformId)
    .where('state', '!=', 'replaced')
    .orderBy('period')
    .execute()
  return rows.map(({ period }) => period)
}

export type Standings = { rank: number; of: number; total: number; median: number; isPublic: boolean }

/**
 * Where a platform stands in its class, period by period, counted from the totals in force of those that take part;
 * the median is the mean of the middle two for an even number. A period in which it takes no part is absent.
 */
export async function standingsOf(
  database: Database | Trx,
  platform: { id: string; tier: Tier },
  periods: readonly string[],
): Promise<Map<string, Standings>> {
  if (periods.length === 0) return new Map()
  const { rows } = await sql<Standings & { period: string }>`
    with class as (
      select platform_id, period, total, state from results
      where tier = ${platform.tier} and state <> 'replaced' and period = any(${[...periods]}::text[])
        and not exists (
          select 1 from (${exclusionsInForce(database)}) out
          where out.platform_id = results.platform_id and out.year = left(results.period, 4)
        )
    )
    select own.period, own.total,
      count(*) filter (where class.total > own.total) + 1 as rank,
      count(*) as "of",
      (percentile_cont(0.5) within group (order by class.total))::numeric as median,
      bool_and(class.state = 'published') as "isPublic"
    from class own join class on class.period = own.period
    where own.platform_id = ${platform.id}
    group by own.period, own.total`.execute(database)
  return new Map(rows.map(({ period, ...standing }) => [period, standing]))
}

/** How many results in force a period has, and how many of them are provisional. */
export async function countByPeriod(
  database: Database | Trx,
  periods: readonly string[],
): Promise<Map<string, { results: number; provisional: number }>> {
  if (periods.length === 0) return new Map()
  const rows = await database
    .selectFrom('results')
    .select((eb) => ['period', eb.fn.countAll<number>().as('results')])
    .select((eb) => eb.fn.countAll<number>().filterWhere('state', '=', 'provisional').as('provisional'))
    .where('period', 'in', [...periods])
    .where('state', '!=', 'replaced')
    .groupBy('period')
    .execute()
  return new Map(rows.map(({ period, ...counts }) => [period, counts]))
}

/** What the results in force of a period were made from and graded by, by platform. */
export async function listSources(
  database: Database | Trx,
  period: string,
): Promise<Map<string, { madeFrom: string | null; cuts: unknown }>> {
  const rows = await database
    .selectFrom('results')
    .select(['platform_id as platformId', 'made_from as madeFrom', 'cuts'])
    .where('period', '=', period)
    .where('state', '!=', 'replaced')
    .execute()
  return new Map(rows.map(({ platformId, ...source }) => [platformId, source]))
}

export type Graded = {
  id: string
  platformId: string
  state: Result['state']
  rubricId: string
  rubricVersion: string
  facts: unknown
  increment: unknown
  cuts: Cut[] | null
  grade: string | null
  madeFrom: string | null
  reason: string | null
  computedBy: string | null
}

/** The results in force of a period and class with all that their grades are given by. */
export async function listGraded(trx: Trx, period: string, tier: Tier): Promise<Graded[]> {
  const rows = await trx
    .selectFrom('results')
    .select(['id', 'platform_id as platformId', 'state', 'rubric_id as rubricId'])
    .select(['rubric_version as rubricVersion', 'facts', 'increment', 'cuts', 'grade'])
    .select(['made_from as madeFrom', 'reason', 'computed_by as computedBy'])
    .where('period', '=', period)
    .where('tier', '=', tier)
    .where('state', '!=', 'replaced')
    .orderBy('platform_id')
    .execute()
  return rows.map((row) => ({ ...row, cuts: z.array(cutSchema).nullable().parse(row.cuts) }))
}

/** Is the period closed? One frozen result closes it for all, since a period is frozen as a whole. */
export async function anyFrozen(database: Database | Trx, period: string): Promise<boolean> {
  const row = await database
    .selectFrom('results')
    .select('id')
    .where('period', '=', period)
    .where('state', 'in', ['frozen', 'published'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
