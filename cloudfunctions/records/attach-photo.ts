/** Notes that a photo which a record names has arrived in the file store. Again is no fault. */
import { Refusal, type Output, type ParsedInput } from '../../src/shared/contract'
import { photosOf } from '../../src/shared/records'
import {
  allow,
  appendAudit,
  findStoredRecord,
  keepPhoto,
  lockRecord,
  platformOfRecord,
  touchRecord,
  type Context,
} from '../backend'

export async function attachPhoto(
  context: Context,
  { recordId, photo, fileId }: ParsedInput<'records', 'attachPhoto'>,
): Promise<Output<'records', 'attachPhoto'>> {
  const { trx, person, now } = context
  const platform = await platformOfRecord(trx, recordId)
  allow(context, 'records.attachPhoto', { platform })
  const record = await lockRecord(trx, platform.id, recordId)
  if (record.state === 'withdrawn') throw new Refusal('STATE_NOT_POSSIBLE')
  const named = photosOf(record.payload).find(({ id }) => id === photo.id)
  if (!named || named.sha256 !== photo.sha256 || named.size !== photo.size)
    throw new Refusal('PHOTO_MISMATCH')
  if (await keepPhoto(trx, record, photo, fileId, now)) {
    await touchRecord(trx, record)
    await appendAudit(trx, {
      at: now,
      personId: person.id,
      action: 'attachPhoto',
      platformId: platform.id,
      subject: record.id,
      revision: record.revision,
      details: { photo: photo.id, sha256: photo.sha256, fileId },
    })
  }
  const stored = await findStoredRecord(trx, recordId)
  return { missingPhotos: stored?.missingPhotos ?? [] }
}
