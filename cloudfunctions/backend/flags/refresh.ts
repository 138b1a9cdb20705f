/** Computes the flags of records and stores what changed. */
import { sql } from 'kysely'
import { riskFlagsOf, type FoundFlag } from '../../../src/shared/flags'
import type { Trx } from '../database'
import { readFacts, type Read } from './facts'
import { holdFlags, inOrder, rowsOf, type RecordKey } from './records'

/**
 * Brings the flags of records up to date with their rows, participations and twins. Call it once and last in a
 * transaction: it holds the flags until the end. Records that do not exist are passed over.
 */
export async function refreshFlags(trx: Trx, keys: readonly RecordKey[]): Promise<void> {
  if (keys.length === 0) return
  const ordered = inOrder(keys)
  await holdFlags(trx, ordered)
  const changed: { key: RecordKey; flags: FoundFlag[] }[] = []
  for (const read of await readFacts(trx, ordered)) {
    const flags = read.facts === null ? [] : riskFlagsOf(read.facts)
    if (!isStored(read, flags)) changed.push({ key: read.key, flags })
  }
  await store(trx, changed)
}

function isStored({ before }: Read, flags: readonly FoundFlag[]): boolean {
  return (
    before.length === flags.length &&
    flags.every(({ kind, count, of, changes }) => {
      const stored = before.find((each) => each.kind === kind)
      const isSame = stored?.count === count && stored.total === of
      return isSame && JSON.stringify(stored.changes) === JSON.stringify(changes)
    })
  )
}

async function store(trx: Trx, changed: readonly { key: RecordKey; flags: FoundFlag[] }[]): Promise<void> {
  if (changed.length === 0) return
  await sql`delete from record_flags using ${rowsOf(changed.map(({ key }) => key))}
    where record_flags.platform_id = wanted.platform_id and record_flags.record_id = wanted.id`.execute(trx)
  const rows = changed.flatMap(({ key, flags }) =>
    flags.map(({ kind, count, of, changes }) => ({
      platform_id: key.platformId,
      record_id: key.id,
      kind,
      count,
      total: of,
      changes: JSON.stringify(changes),
    })),
  )
  if (rows.length > 0) await trx.insertInto('record_flags').values(rows).execute()
}
