/** One record as it stands; photos that wait to be looked at are looked at first. */
import type { Output, ParsedInput } from '../../src/shared/contract'
import { Refusal } from '../../src/shared/contract'
import { allow, findStoredRecord, platformOfRecord, transact, type Call } from '../backend'
import { checkPhotosOf, type PhotoStore } from '../backend/photo-evidence'
import { withRule } from '../backend/tallies'

export function get(store: PhotoStore) {
  return async (call: Call, { id }: ParsedInput<'records', 'get'>): Promise<Output<'records', 'get'>> => {
    await transact(call.database, async (trx) =>
      allow(call, 'records.get', { platform: await platformOfRecord(trx, id) }),
    )
    await checkPhotosOf(call.database, id, store, call.now)
    return transact(call.database, async (trx) => {
      const record = await findStoredRecord(trx, id)
      if (!record) throw new Refusal('NOT_FOUND')
      return withRule(trx, record)
    })
  }
}
