/** One result as stored, without its card, which is long. */
import { sql } from 'kysely'
import { z } from 'zod'
import {
  cutSchema,
  factValueSchema,
  type Exclusion,
  type Platform,
  type ResultSummary,
} from '../../../src/shared/contract'
import type { Cut } from '../../../src/shared/scoring'
import type { Database, Trx } from '../database'
import { exclusionsInForce } from './exclusions'

export type Result = {
  id: string
  platform: Platform
  period: string
  rubricId: string
  rubricVersion: string
  state: ResultSummary['state']
  total: number
  /** Of the annual evaluation; null while the platform is excluded. */
  grade: string | null
  /** Of the year to which the period belongs. */
  exclusion: Exclusion | null
  digest: string
  computedAt: Date
  replaces: string | null
  reason: string | null
}

/** Selects what `resultOf` reads; has `results` and `platforms` for further conditions. */
export function selectResults(database: Database | Trx) {
  return database
    .selectFrom('results')
    .innerJoin('platforms', 'platforms.id', 'results.platform_id')
    .leftJoin(exclusionsInForce(database).as('exclusion'), (join) =>
      join
        .onRef('exclusion.platform_id', '=', 'results.platform_id')
        .on('exclusion.year', '=', sql<string>`left(results.period, 4)`),
    )
    .select(['results.id', 'results.period', 'results.state'])
    .select(['results.rubric_id', 'results.rubric_version'])
    .select(['results.total', 'results.grade', 'results.digest'])
    .select(['results.computed_at', 'results.replaces', 'results.reason'])
    .select(['platforms.id as platform_id', 'platforms.name', 'platforms.tier', 'platforms.area_code'])
    .select(['exclusion.ground', 'exclusion.reason as excluded_because', 'exclusion.decided_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectResults>['execute']>>[number]

function exclusionOf({ ground, excluded_because: reason, decided_at: at }: Row): Exclusion | null {
  return ground && reason !== null && at ? { ground, reason, at: at.toISOString() } : null
}

export function resultOf(row: Row): Result {
  const exclusion = exclusionOf(row)
  return {
    id: row.id,
    platform: { id: row.platform_id, name: row.name, tier: row.tier, areaCode: row.area_code },
    period: row.period,
    rubricId: row.rubric_id,
    rubricVersion: row.rubric_version,
    state: row.state,
    total: row.total,
    grade: exclusion ? null : row.grade,
    exclusion,
    digest: row.digest,
    computedAt: row.computed_at,
    replaces: row.replaces,
    reason: row.reason,
  }
}

/** `rank` as the ranking shows it now. */
export function summaryOf(result: Result, rank: number | null): ResultSummary {
  return {
    id: result.id,
    platformId: result.platform.id,
    period: result.period,
    rubricId: result.rubricId,
    rubricVersion: result.rubricVersion,
    state: result.state,
    total: result.total,
    rank,
    grade: result.grade,
    digest: result.digest,
    computedAt: result.computedAt.toISOString(),
    replaces: result.replaces,
    reason: result.reason,
  }
}

export async function findResult(database: Database | Trx, id: string): Promise<Result | null> {
  const row = await selectResults(database).where('results.id', '=', id).executeTakeFirst()
  return row ? resultOf(row) : null
}

/** The result in force of a platform and period, or null. */
export async function findResultInForce(
  database: Database | Trx,
  platformId: string,
  period: string,
): Promise<Result | null> {
  const row = await selectResults(database)
    .where('results.platform_id', '=', platformId)
    .where('results.period', '=', period)
    .where('results.state', '!=', 'replaced')
    .executeTakeFirst()
  return row ? resultOf(row) : null
}

/** The result of an id, and nobody else changes it until the end of the transaction. */
export async function lockResult(trx: Trx, id: string): Promise<Result | null> {
  const row = await selectResults(trx).where('results.id', '=', id).forUpdate('results').executeTakeFirst()
  return row ? resultOf(row) : null
}

/** The stored card, byte for byte; throws if the result does not exist. */
export async function cardOf(database: Database | Trx, id: string): Promise<string> {
  const row = await database
    .selectFrom('results')
    .select('card')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.card
}

const incrementSchema = z.record(z.string(), factValueSchema)

/** The facts of a result's period alone; throws if the result does not exist. */
export async function incrementOf(
  database: Database | Trx,
  id: string,
): Promise<z.infer<typeof incrementSchema>> {
  const row = await database
    .selectFrom('results')
    .select('increment')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return incrementSchema.parse(row.increment)
}

/** The total in force of a platform and period; null without a result. */
export async function totalOf(
  database: Database | Trx,
  platformId: string,
  period: string,
): Promise<number | null> {
  const row = await database
    .selectFrom('results')
    .select('total')
    .where('platform_id', '=', platformId)
    .where('period', '=', period)
    .where('state', '!=', 'replaced')
    .executeTakeFirst()
  return row?.total ?? null
}

/** The cut lines with which a result was graded; null where none were. */
export async function cutsWith(database: Database | Trx, id: string): Promise<Cut[] | null> {
  const row = await database
    .selectFrom('results')
    .select('cuts')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return z.array(cutSchema).nullable().parse(row.cuts)
}
