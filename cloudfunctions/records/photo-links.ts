/** Addresses of a record's photos, for those who may see the record. */
import { Refusal, type Output, type ParsedInput } from '../../src/shared/contract'
import { photosOf } from '../../src/shared/records'
import { allow, findStoredRecord, platformOfRecord, storedPhotosOf, transact, type Call } from '../backend'
import type { LinkPhotos } from './link-photos'

export function photoLinks(linkPhotos: LinkPhotos) {
  return async (
    call: Call,
    { id }: ParsedInput<'records', 'photoLinks'>,
  ): Promise<Output<'records', 'photoLinks'>> => {
    const arrived = await transact(call.database, async (trx) => {
      allow(call, 'records.photoLinks', { platform: await platformOfRecord(trx, id) })
      const record = await findStoredRecord(trx, id)
      if (!record) throw new Refusal('NOT_FOUND')
      const files = await storedPhotosOf(trx, record)
      return photosOf(record.payload).flatMap((photo) => {
        const file = files.find((each) => each.photoId === photo.id && each.sha256 === photo.sha256)
        return file ? [{ photoId: photo.id, fileId: file.fileId }] : []
      })
    })
    // Outside of the transaction, which nobody should hold open while WeChat is asked.
    return { links: arrived.length === 0 ? [] : await linkPhotos(arrived, call.now) }
  }
}
