/** A record as it leaves the database: built field by field, with its photos and participations counted. */
import { sql, type Selectable, type SelectQueryBuilder } from 'kysely'
import { z } from 'zod'
import type { StoredRecord } from '../../../src/shared/contract'
import { photosOf, type RecordPayload } from '../../../src/shared/records'
import type { Database, RecordsTable, Tables, Trx } from '../database'
import { readPayload } from '../readable-records'

type Added = { platform_name: string; photos: unknown; participants: unknown }
export type StoredRow = Selectable<RecordsTable> & Added

const photosRead = z.array(z.object({ id: z.string(), sha256: z.string() }))
const participantsRead = z.object({ scan: z.number(), staffScan: z.number(), staffEntry: z.number() })

/** Selects what `storedRecordOf` reads; has `records` and `platforms` for further conditions. */
export function selectStored(
  database: Database | Trx,
): SelectQueryBuilder<Tables, 'records' | 'platforms', StoredRow> {
  return database
    .selectFrom('records')
    .innerJoin('platforms', 'platforms.id', 'records.platform_id')
    .selectAll('records')
    .select('platforms.name as platform_name')
    .select(
      sql<unknown>`(select coalesce(json_agg(json_build_object('id', photo_id, 'sha256', sha256)), '[]')
        from photos where photos.platform_id = records.platform_id and photos.record_id = records.id)`.as(
        'photos',
      ),
    )
    .select(
      sql<unknown>`(select json_build_object(
          'scan', count(*) filter (where source = 'scan'),
          'staffScan', count(*) filter (where source = 'staff-scan'),
          'staffEntry', count(*) filter (where source = 'staff-entry'))
        from participations
        where participations.platform_id = records.platform_id and participations.activity_id = records.id)`.as(
        'participants',
      ),
    )
}

/** For the log: rows of a page could not be shown and were left out. */
export class UnreadableRecords extends Error {
  override name = 'UnreadableRecords'
}

/** Null where the row cannot be shown. */
export function storedRecordOf(row: StoredRow): StoredRecord | null {
  const payload = readPayload(row.payload)
  if (!payload) return null
  const arrived = new Map(photosRead.parse(row.photos).map(({ id, sha256 }) => [id, sha256]))
  return {
    id: row.id,
    platformId: row.platform_id,
    platformName: row.platform_name,
    revision: row.revision,
    hash: row.hash,
    payload,
    date: row.date,
    filledAt: row.filled_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    state: row.state,
    returnReason: row.return_reason,
    approvedAttendances: row.approved_attendances,
    missingPhotos: photosOf(payload)
      .filter((photo) => arrived.get(photo.id) !== photo.sha256)
      .map((photo) => photo.id),
    participants: participantsRead.parse(row.participants),
    clockSuspect: row.clock_suspect,
  }
}

export async function findStoredRecord(database: Database | Trx, id: string): Promise<StoredRecord | null> {
  const row = await selectStored(database).where('records.id', '=', id).executeTakeFirst()
  return row ? storedRecordOf(row) : null
}

export type RecordPayloadOfPlatform = {
  platformId: string
  platform: { id: string; areaCode: string }
  payload: RecordPayload
}

/** What stands in some records, each once, with whose they are; unreadable ones are left out. */
export async function listPayloads(
  database: Database | Trx,
  ids: readonly string[],
): Promise<RecordPayloadOfPlatform[]> {
  const rows = await database
    .selectFrom('records')
    .innerJoin('platforms', 'platforms.id', 'records.platform_id')
    .select(['platforms.id', 'platforms.area_code', 'records.payload'])
    .where('records.id', 'in', [...ids])
    .execute()
  return rows.flatMap((row) => {
    const payload = readPayload(row.payload)
    return payload ? [{ platformId: row.id, platform: { id: row.id, areaCode: row.area_code }, payload }] : []
  })
}
