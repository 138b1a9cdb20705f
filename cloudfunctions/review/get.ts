/** One record before the reviewer. */
import { Refusal, type ParsedInput, type ReviewedRecord } from '../../src/shared/contract'
import { allow, findStoredRecord, hasSubmitted, platformOfRecord, type Context } from '../backend'
import { reviewed } from './queue'

export async function get(context: Context, { id }: ParsedInput<'review', 'get'>): Promise<ReviewedRecord> {
  const { trx, person } = context
  const platform = await platformOfRecord(trx, id)
  allow(context, 'review.get', { platform })
  const record = await findStoredRecord(trx, id)
  const own = await hasSubmitted(trx, { platformId: platform.id, id }, person.id)
  const [found] = record ? await reviewed(context, [{ record, own }]) : []
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}
