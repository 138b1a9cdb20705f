/** Notes that a photo which a record names lies in the file store, and looks whether it does. Again is no fault. */
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
  transact,
  type Call,
  type Trx,
} from '../backend'
import { checkPhotosOf, type PhotoStore } from '../backend/photo-evidence'

export function attachPhoto(store: PhotoStore) {
  return async (
    call: Call,
    input: ParsedInput<'records', 'attachPhoto'>,
  ): Promise<Output<'records', 'attachPhoto'>> => {
    await transact(call.database, (trx) => note({ ...call, trx }, input))
    // Outside of the transaction, which nobody should hold open while the store is read.
    await checkPhotosOf(call.database, input.recordId, store, call.now)
    const stored = await findStoredRecord(call.database, input.recordId)
    return { missingPhotos: stored?.missingPhotos ?? [] }
  }
}

async function note(
  context: Call & { trx: Trx },
  { recordId, photo, fileId }: ParsedInput<'records', 'attachPhoto'>,
): Promise<void> {
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
}
