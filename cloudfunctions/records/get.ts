/** One record as it stands. */
import { Refusal, type ParsedInput, type StoredRecord } from '../../src/shared/contract'
import { allow, findStoredRecord, platformOfRecord, type Context } from '../backend'

export async function get(context: Context, { id }: ParsedInput<'records', 'get'>): Promise<StoredRecord> {
  allow(context, 'records.get', { platform: await platformOfRecord(context.trx, id) })
  const record = await findStoredRecord(context.trx, id)
  if (!record) throw new Refusal('NOT_FOUND')
  return record
}
