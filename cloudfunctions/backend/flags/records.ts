/** Which records flags are computed for, and one at a time. */
import { sql, type RawBuilder } from 'kysely'
import type { RecordPayload } from '../../../src/shared/records'
import type { Trx } from '../database'

export type RecordKey = { platformId: string; id: string }

/** `payload` null: withdrawn, so that it is nobody's twin. */
export type Indexed = RecordKey & { payload: RecordPayload | null }

/**
 * The rules that flags are computed by now. Raise it when a rule changes: records of an older version are computed
 * anew when they are read, or by the daily timer.
 */
export const FLAGS_VERSION = 1

/** The records as rows `(platform_id, id)`: two parameters, however many. */
export function rowsOf(keys: readonly RecordKey[]): RawBuilder<unknown> {
  return sql`unnest(${keys.map(({ platformId }) => platformId)}::text[], ${keys.map(({ id }) => id)}::uuid[])
    as wanted(platform_id, id)`
}

/** Each once, in one order for everybody. */
export function inOrder(keys: readonly RecordKey[]): RecordKey[] {
  const byId = new Map(keys.map((key) => [key.id, key]))
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * Holds the flags of records until the end of the transaction: whoever waited then counts what the other committed.
 * Take all of a transaction's records in one call and touch nothing but flags after it, so that two cannot block
 * each other.
 */
export async function holdFlags(trx: Trx, keys: readonly RecordKey[]): Promise<void> {
  const locks = inOrder(keys).map(({ id }) => id.replace(/-/g, ''))
  // The last 62 bits of a version 7 id are random; two records that share them only wait for each other.
  const [first, second] = [-16, -8].map((from) =>
    locks.map((hex) => Number.parseInt(hex.slice(from, from === -8 ? undefined : from + 8), 16) | 0),
  )
  await sql`select pg_advisory_xact_lock(first, second)
    from unnest(${first}::integer[], ${second}::integer[]) as locks(first, second)`.execute(trx)
}
