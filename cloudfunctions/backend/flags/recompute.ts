/** Flags of records that changed, and of those that were stored before the rules of now. */
import { sql } from 'kysely'
import { transact, type Database, type Trx } from '../database'
import { readPayload } from '../readable-records'
import { FLAGS_VERSION, rowsOf, type Indexed, type RecordKey } from './records'
import { refreshFlags } from './refresh'
import { indexTwins } from './twins'

/** For records whose row changed: finds their twins anew and computes the flags of all concerned. Call it last. */
export async function flagChanged(trx: Trx, records: readonly Indexed[]): Promise<void> {
  if (records.length === 0) return
  const concerned = await indexTwins(trx, records)
  await refreshFlags(trx, [...records, ...concerned])
}

/** Computes the flags of those records that were stored before the rules of now; others are left as they are. */
export async function flagOutdated(trx: Trx, keys: readonly RecordKey[]): Promise<void> {
  if (keys.length === 0) return
  // Whoever holds one of them computes its flags itself.
  const { rows } = await sql<{ platform_id: string; id: string; state: string; payload: unknown }>`
    select records.platform_id, records.id, records.state, records.payload
    from ${rowsOf(keys)}
    join records on records.platform_id = wanted.platform_id and records.id = wanted.id
    where records.flags_version < ${FLAGS_VERSION}
    order by records.id
    for no key update of records skip locked`.execute(trx)
  if (rows.length === 0) return
  await sql`update records set flags_version = ${FLAGS_VERSION}
    from ${rowsOf(rows.map((row) => ({ platformId: row.platform_id, id: row.id })))}
    where records.platform_id = wanted.platform_id and records.id = wanted.id`.execute(trx)
  await flagChanged(
    trx,
    rows.map((row) => ({
      platformId: row.platform_id,
      id: row.id,
      payload: row.state === 'withdrawn' ? null : readPayload(row.payload),
    })),
  )
}

const PIECE = 100

/**
 * Computes outdated flags piece by piece, each in its own transaction, for at most `budgetMs`. What is left is
 * outdated still and comes the next time.
 */
export async function flagAllOutdated(database: Database, budgetMs: number): Promise<void> {
  const started = performance.now()
  let after: RecordKey = { platformId: '', id: '00000000-0000-0000-0000-000000000000' }
  while (performance.now() - started < budgetMs) {
    const { rows } = await sql<RecordKey>`select platform_id as "platformId", id from records
      where flags_version < ${FLAGS_VERSION}
        and (platform_id, id) > (${after.platformId}::text, ${after.id}::uuid)
      order by platform_id, id limit ${PIECE}`.execute(database)
    const last = rows.at(-1)
    if (!last) break
    await transact(database, (trx) => flagOutdated(trx, rows))
    after = last
  }
}
