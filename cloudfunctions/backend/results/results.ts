/** One result as stored, without its card, which is long. */
import type { Platform, ResultSummary } from '../../../src/shared/contract'
import type { Database, Trx } from '../database'

export type Result = {
  id: string
  platform: Platform
  period: string
  rubricId: string
  rubricVersion: string
  state: ResultSummary['state']
  total: number
  rank: number | null
  grade: string | null
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
    .select(['results.id', 'results.period', 'results.state'])
    .select(['results.rubric_id', 'results.rubric_version'])
    .select(['results.total', 'results.rank', 'results.grade', 'results.digest'])
    .select(['results.computed_at', 'results.replaces', 'results.reason'])
    .select(['platforms.id as platform_id', 'platforms.name', 'platforms.tier', 'platforms.area_code'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectResults>['execute']>>[number]

export function resultOf(row: Row): Result {
  return {
    id: row.id,
    platform: { id: row.platform_id, name: row.name, tier: row.tier, areaCode: row.area_code },
    period: row.period,
    rubricId: row.rubric_id,
    rubricVersion: row.rubric_version,
    state: row.state,
    total: row.total,
    rank: row.rank,
    grade: row.grade,
    digest: row.digest,
    computedAt: row.computed_at,
    replaces: row.replaces,
    reason: row.reason,
  }
}

export function summaryOf(result: Result): ResultSummary {
  return {
    id: result.id,
    platformId: result.platform.id,
    period: result.period,
    rubricId: result.rubricId,
    rubricVersion: result.rubricVersion,
    state: result.state,
    total: result.total,
    rank: result.rank,
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

/** The same, and nobody else changes it until the end of the transaction. */
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
