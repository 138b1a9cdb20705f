/** Filings whose newest version nobody has decided on. */
import { sql } from 'kysely'
import { Refusal } from '../../../src/shared/contract'
import { limits } from '../../../src/shared/records'
import type { Database, Trx } from '../database'
import type { FilingKey } from './histories'

export type WaitingFiling = FilingKey & { filedAt: Date }

function waiting(database: Database | Trx, platformIds: readonly string[]) {
  return database
    .selectFrom('filings')
    .where('platform_id', 'in', [...platformIds])
    .where(
      sql<boolean>`not exists (select 1 from filings newer
        where newer.platform_id = filings.platform_id and newer.kind = filings.kind
          and newer.period = filings.period and newer.version > filings.version)`,
    )
    .where(
      sql<boolean>`not exists (select 1 from filing_sign_offs decided
        where decided.platform_id = filings.platform_id and decided.kind = filings.kind
          and decided.period = filings.period and decided.version = filings.version)`,
    )
}

/** One page, the longest waiting first; the cursor of the answer goes into the next call. */
export async function listWaiting(
  database: Database | Trx,
  platformIds: readonly string[],
  cursor: string | null,
): Promise<{ rows: WaitingFiling[]; cursor: string | null }> {
  if (platformIds.length === 0) return { rows: [], cursor: null }
  let query = waiting(database, platformIds).select([
    'platform_id as platformId',
    'kind',
    'period',
    'filed_at as filedAt',
  ])
  if (cursor !== null) {
    const { at, platformId, kind, period } = positionOf(cursor)
    query = query.where(
      sql<boolean>`(filed_at, platform_id, kind, period) > (${new Date(at)}, ${platformId}, ${kind}, ${period})`,
    )
  }
  const found = await query
    .orderBy('filed_at')
    .orderBy('platform_id')
    .orderBy('kind')
    .orderBy('period')
    .limit(limits.page + 1)
    .execute()
  const rows = found.slice(0, limits.page)
  const last = found.length > limits.page ? rows.at(-1) : undefined
  return {
    rows,
    cursor: last ? [last.filedAt.toISOString(), last.kind, last.period, last.platformId].join(' ') : null,
  }
}

/** By platform, how many wait, and how many of them were filed before an instant (ISO). None waits: no entry. */
export async function countWaitingFilings(
  database: Database | Trx,
  platformIds: readonly string[],
  overdueBefore: string | null,
): Promise<Map<string, { waiting: number; overdue: number }>> {
  if (platformIds.length === 0) return new Map()
  const rows = await waiting(database, platformIds)
    .select((eb) => ['platform_id as platformId', eb.fn.countAll<number>().as('waiting')])
    .select(sql<number>`count(*) filter (where filed_at < ${overdueBefore}::timestamptz)`.as('overdue'))
    .groupBy('platform_id')
    .execute()
  return new Map(rows.map(({ platformId, ...counts }) => [platformId, counts]))
}

function positionOf(cursor: string) {
  const [, at, kind, period, platformId] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\S+) (\S+) (.+)$/.exec(cursor) ?? []
  if (!at || !kind || !period || !platformId || Number.isNaN(Date.parse(at))) {
    throw new Refusal('INVALID_INPUT', { fields: { cursor: '列表的位置不对,请刷新' } })
  }
  return { at, kind, period, platformId }
}
