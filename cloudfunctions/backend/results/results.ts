/** One result as stored, without its card, which is long. */
import type { ResultSummary, Tier } from '../../../src/shared/contract'
import type { Database, Trx } from '../database'

export type Result = {
  id: string
  platformId: string
  period: string
  tier: Tier
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

/** Selects what `Result` holds; has `results` and `platforms` for further conditions. */
export function selectResults(database: Database | Trx) {
  return database
    .selectFrom('results')
    .innerJoin('platforms', 'platforms.id', 'results.platform_id')
    .select(['results.id', 'results.platform_id as platformId', 'results.period', 'platforms.tier'])
    .select(['results.rubric_id as rubricId', 'results.rubric_version as rubricVersion', 'results.state'])
    .select(['results.total', 'results.rank', 'results.grade', 'results.digest'])
    .select(['results.computed_at as computedAt', 'results.replaces', 'results.reason'])
}

export function summaryOf(result: Result): ResultSummary {
  return {
    id: result.id,
    platformId: result.platformId,
    period: result.period,
    rubricId: result.rubricId,
    rubricVersion: result.rubricVersion,
    state: result.state,
    total: result.total,
    rank: result.rank,
    digest: result.digest,
    computedAt: result.computedAt.toISOString(),
    replaces: result.replaces,
    reason: result.reason,
  }
}

export async function findResult(database: Database | Trx, id: string): Promise<Result | null> {
  return (await selectResults(database).where('results.id', '=', id).executeTakeFirst()) ?? null
}

/** The same, and nobody else changes it until the end of the transaction. */
export async function lockResult(trx: Trx, id: string): Promise<Result | null> {
  return (
    (await selectResults(trx).where('results.id', '=', id).forUpdate('results').executeTakeFirst()) ?? null
  )
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
