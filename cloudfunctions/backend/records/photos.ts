/** Photos that have arrived. The files lie in the platform's file store; here is which, and of what content. */
import type { Trx } from '../database'
import type { Photo } from '../../../src/shared/records'

/** Notes that a photo of a record lies under `fileId`; again with the same content changes nothing. Returns whether it was news. */
export async function keepPhoto(
  trx: Trx,
  record: { platformId: string; id: string },
  photo: Photo,
  fileId: string,
  now: Date,
): Promise<boolean> {
  const kept = await trx
    .insertInto('photos')
    .values({
      platform_id: record.platformId,
      record_id: record.id,
      photo_id: photo.id,
      sha256: photo.sha256,
      size: photo.size,
      file_id: fileId,
      received_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['platform_id', 'record_id', 'photo_id'])
        .doUpdateSet({
          ...{ sha256: photo.sha256, size: photo.size, file_id: fileId, received_at: now },
          ...{ checked_at: null, rejected: null },
        })
        .where((eb) =>
          // What was rejected may be sent again.
          eb.or([eb('photos.sha256', '!=', photo.sha256), eb('photos.rejected', 'is not', null)]),
        ),
    )
    .returning('photo_id')
    .executeTakeFirst()
  return kept !== undefined
}

/** The photos of a record that have arrived, of whatever revision, and the files they lie in. */
export async function storedPhotosOf(
  trx: Trx,
  record: { platformId: string; id: string },
): Promise<{ photoId: string; sha256: string; fileId: string }[]> {
  const rows = await trx
    .selectFrom('photos')
    .select(['photo_id', 'sha256', 'file_id'])
    .where('platform_id', '=', record.platformId)
    .where('record_id', '=', record.id)
    .execute()
  return rows.map((row) => ({ photoId: row.photo_id, sha256: row.sha256, fileId: row.file_id }))
}

export type StoredPhoto = { photoId: string; fileId: string }

/**
 * The phone stores a photo under its id. A function may read every file of the cloud storage, so a file of
 * another name is neither linked nor read: else naming somebody's file would be enough to see it.
 */
export function isNamedByItsPhoto({ photoId, fileId }: StoredPhoto): boolean {
  return /^cloud:\/\/[^/]+\//.test(fileId) && fileId.endsWith(`/photos/${photoId}.jpg`)
}
