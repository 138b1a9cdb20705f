/** The 家次 that a stored record is preset to, and what came in after its last approval. */
import type { StoredRecord } from '../../src/shared/contract'
import { evidenceOf, limits, presetAttendances } from '../../src/shared/records'
import type { Trx } from '../backend'

/** Null for what is no activity. */
export function presetOfStored(record: StoredRecord): number | null {
  const { payload, participants, photos, signInSheets } = record
  if (payload.kind !== 'activity') return null
  const { scan, staffScan, staffEntry } = participants
  return presetAttendances(
    payload.attendances,
    evidenceOf(photos, signInSheets, scan + staffScan + staffEntry),
  )
}

/** By record: the names of enterprises that came in after an approval which they put back into the queue. */
export async function newEntriesOf(trx: Trx, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('records')
    .innerJoin('participations', (join) =>
      join
        .onRef('participations.platform_id', '=', 'records.platform_id')
        .onRef('participations.activity_id', '=', 'records.id')
        .onRef('participations.received_at', '>', 'records.decided_at'),
    )
    .innerJoin('enterprises', 'enterprises.credit_code', 'participations.credit_code')
    .select(['records.id', 'enterprises.name'])
    .where('records.id', 'in', [...ids])
    .where('records.state', '=', 'submitted')
    .orderBy('participations.received_at')
    .execute()
  const names = new Map<string, string[]>()
  for (const { id, name } of rows) {
    const known = names.get(id) ?? []
    if (known.length < limits.page) names.set(id, [...known, name])
  }
  return names
}
