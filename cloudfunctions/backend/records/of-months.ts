/** All records of platforms and months, and some others, for files. */
import { sql } from 'kysely'
import type { StoredRecord } from '../../../src/shared/contract'
import { isChosen, type Chosen } from '../chosen-records'
import type { Database, Trx } from '../database'
import { selectStored, storedRecordOf } from './stored'

/** A platform's records that a file is about in the order of their days; withdrawn ones are left out. */
export async function listRecordsOfMonths(
  database: Database | Trx,
  platformId: string,
  chosen: Chosen,
): Promise<StoredRecord[]> {
  const rows = await selectStored(database)
    .where('records.platform_id', '=', platformId)
    .where(isChosen(chosen))
    .where('records.state', '!=', 'withdrawn')
    .orderBy('records.date')
    .orderBy('records.id')
    .execute()
  return rows.flatMap((row) => storedRecordOf(row) ?? [])
}

/** How many records, and participations in them, a file is about. Asked before they are read. */
export async function countOfMonths(
  database: Database | Trx,
  platformIds: readonly string[],
  chosen: Chosen,
): Promise<{ records: number; participations: number }> {
  return database
    .selectFrom('records')
    .select((eb) => eb.fn.countAll<number>().as('records'))
    .select(
      sql<number>`coalesce(sum((select count(*) from participations
        where participations.platform_id = records.platform_id
          and participations.activity_id = records.id)), 0)::bigint`.as('participations'),
    )
    .where('platform_id', 'in', [...platformIds])
    .where(isChosen(chosen))
    .where('state', '!=', 'withdrawn')
    .executeTakeFirstOrThrow()
}

export type PhotoOfMonths = {
  recordId: string
  photoId: string
  sha256: string
  size: number
  fileId: string
}

/** The photos that have arrived for those records, of whatever revision. `size` in bytes, as the phone said. */
export async function listPhotosOfMonths(
  database: Database | Trx,
  platformId: string,
  chosen: Chosen,
): Promise<PhotoOfMonths[]> {
  return database
    .selectFrom('photos')
    .innerJoin('records', (join) =>
      join
        .onRef('records.platform_id', '=', 'photos.platform_id')
        .onRef('records.id', '=', 'photos.record_id'),
    )
    .select(['photos.record_id as recordId', 'photos.photo_id as photoId'])
    .select(['photos.sha256', 'photos.size', 'photos.file_id as fileId'])
    .where('photos.platform_id', '=', platformId)
    .where(isChosen(chosen))
    .where('records.state', '!=', 'withdrawn')
    .execute()
}
