/** A record as it leaves the database: built field by field, with its photos and participations counted. */
import { sql, type Selectable, type SelectQueryBuilder } from 'kysely'
import { z } from 'zod'
import type { StoredRecord } from '../../../src/shared/contract'
import { photosOf, type RecordPayload } from '../../../src/shared/records'
import type { Database, RecordsTable, Tables, Trx } from '../database'
import { readPayload } from '../readable-records'

type Added = { platform_name: string; photos: unknown; participants: unknown; entered_at: Date | null }
export type StoredRow = Selectable<RecordsTable> & Added

const photosRead = z.array(
  z.object({ id: z.string(), sha256: z.string(), checked: z.boolean(), rejected: z.string().nullable() }),
)
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
      sql<unknown>`(select coalesce(json_agg(json_build_object('id', photo_id, 'sha256', sha256,
          'checked', checked_at is not null, 'rejected', rejected)), '[]')
        from photos where photos.platform_id = records.platform_id and photos.record_id = records.id)`.as(
        'photos',
      ),
    )
    .select(
      sql<Date | null>`(select min(sent.received_at) from record_revisions as sent
        where sent.platform_id = records.platform_id and sent.record_id = records.id)`.as('entered_at'),
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
  const named = photosOf(payload)
  const kept = new Map(photosRead.parse(row.photos).map((photo) => [photo.id, photo]))
  const sent = named.flatMap(({ id, sha256 }) => {
    const found = kept.get(id)
    return found?.sha256 === sha256 ? [found] : []
  })
  const notSent = named.filter(({ id }) => !sent.some((photo) => photo.id === id))
  return {
    id: row.id,
    platformId: row.platform_id,
    platformName: row.platform_name,
    revision: row.revision,
    hash: row.hash,
    payload: withoutRoles(payload),
    date: row.date,
    filledAt: row.filled_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    state: row.state,
    returnReason: row.return_reason,
    approvedAttendances: row.approved_attendances,
    missingPhotos: notSent.map(({ id }) => id),
    photos: sent.map(({ id, checked, rejected }) => ({
      id,
      state: !checked ? 'unchecked' : rejected === null ? 'arrived' : 'rejected',
      reason: rejected ?? '',
    })),
    signInSheets: named.flatMap(({ id, role }) => (role === 'sign-in-sheet' ? [id] : [])),
    completeness: null,
    provisional: false,
    enteredAt: row.entered_at?.toISOString() ?? null,
    participants: participantsRead.parse(row.participants),
    clockSuspect: row.clock_suspect,
  }
}

/** As versions of the app before the mark of sign-in sheets read it: the marks stand beside the payload. */
function withoutRoles(payload: RecordPayload): RecordPayload {
  if (!photosOf(payload).some(({ role }) => role !== undefined) || !('photos' in payload)) return payload
  return { ...payload, photos: payload.photos.map(({ role: _, ...photo }) => photo) }
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
