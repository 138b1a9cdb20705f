/** What became of filings: versions, decisions and forwards, without what the versions say. */
import { filingDue, type FilingKind } from '../../../src/shared/filings'
import type { Database, Trx } from '../database'
import { readDueDays } from '../due-days'

export type FilingKey = { platformId: string; kind: FilingKind; period: string }
export type StoredVersion = { version: number; filedAt: Date; filedBy: string; by: string; reason: string }
export type StoredSignOff = {
  version: number
  number: number
  decision: 'approve' | 'refuse'
  reason: string
  decidedBy: string
  by: string
  at: Date
}
/** Each list in the order in which it came about. */
export type StoredHistory = {
  /** The last instant (ISO) at which it is in time. */
  dueAt: string
  versions: StoredVersion[]
  signOffs: StoredSignOff[]
  forwards: { version: number; at: Date }[]
}

const keyOf = ({ platformId, kind, period }: FilingKey) => JSON.stringify([platformId, kind, period])

/** The histories of some platforms and periods; an empty one where nothing was filed. */
export async function readHistories(
  database: Database | Trx,
  platformIds: readonly string[],
  periods: readonly string[],
): Promise<(key: FilingKey) => StoredHistory> {
  const days = await readDueDays(database)
  const histories = new Map<string, StoredHistory>()
  const of = (key: FilingKey): StoredHistory => {
    const known = histories.get(keyOf(key))
    if (known) return known
    const dueAt = filingDue(key.kind, key.period, days)
    const made: StoredHistory = { dueAt, versions: [], signOffs: [], forwards: [] }
    histories.set(keyOf(key), made)
    return made
  }
  if (platformIds.length === 0 || periods.length === 0) return of
  const versions = await database
    .selectFrom('filings')
    .innerJoin('people', 'people.id', 'filings.filed_by')
    .select(['platform_id as platformId', 'kind', 'period', 'version', 'filed_at as filedAt'])
    .select(['filed_by as filedBy', 'people.name as by', 'reason'])
    .where('platform_id', 'in', [...platformIds])
    .where('period', 'in', [...periods])
    .orderBy('version')
    .execute()
  for (const { platformId, kind, period, ...version } of versions) {
    of({ platformId, kind, period }).versions.push(version)
  }
  const signOffs = await database
    .selectFrom('filing_sign_offs')
    .innerJoin('people', 'people.id', 'filing_sign_offs.decided_by')
    .select(['platform_id as platformId', 'kind', 'period', 'version', 'number', 'decision', 'reason'])
    .select(['decided_by as decidedBy', 'people.name as by', 'decided_at as at'])
    .where('platform_id', 'in', [...platformIds])
    .where('period', 'in', [...periods])
    .orderBy('version')
    .orderBy('number')
    .execute()
  for (const { platformId, kind, period, ...signOff } of signOffs) {
    of({ platformId, kind, period }).signOffs.push(signOff)
  }
  const forwards = await database
    .selectFrom('filing_forwards')
    .select(['platform_id as platformId', 'kind', 'period', 'version', 'forwarded_at as at'])
    .where('platform_id', 'in', [...platformIds])
    .where('period', 'in', [...periods])
    .orderBy('version')
    .execute()
  for (const { platformId, kind, period, ...forward } of forwards) {
    of({ platformId, kind, period }).forwards.push(forward)
  }
  return of
}

/** The history of one filing. Hold the platform's changes before deciding anything by it. */
export async function readHistory(database: Database | Trx, key: FilingKey): Promise<StoredHistory> {
  return (await readHistories(database, [key.platformId], [key.period]))(key)
}
