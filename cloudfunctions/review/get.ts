/** One record before the reviewer; photos that wait to be looked at are looked at first. */
import { Refusal, type ParsedInput, type ReviewedRecord } from '../../src/shared/contract'
import { allow, findStoredRecord, hasSubmitted, platformOfRecord, transact, type Call } from '../backend'
import { checkPhotosOf, type PhotoStore } from '../backend/photo-evidence'
import { withRule } from '../backend/tallies'
import { reviewed } from './queue'

export function get(store: PhotoStore) {
  return async (call: Call, { id }: ParsedInput<'review', 'get'>): Promise<ReviewedRecord> => {
    await transact(call.database, async (trx) =>
      allow(call, 'review.get', { platform: await platformOfRecord(trx, id) }),
    )
    await checkPhotosOf(call.database, id, store, call.now)
    return transact(call.database, async (trx) => {
      const record = await findStoredRecord(trx, id)
      if (!record) throw new Refusal('NOT_FOUND')
      const own = await hasSubmitted(trx, record, call.person.id)
      const [found] = await reviewed({ ...call, trx }, [{ record: await withRule(trx, record), own }])
      if (!found) throw new Refusal('NOT_FOUND')
      return found
    })
  }
}
