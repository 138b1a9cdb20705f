/** Takes a record back that is not approved; it stays, as withdrawn, and counts no more. */
import { Refusal, type ParsedInput, type StoredRecord } from '../../src/shared/contract'
import { stateAfter } from '../../src/shared/records'
import {
  allow,
  appendAudit,
  findStoredRecord,
  lockRecord,
  moveRecord,
  platformOfRecord,
  type Context,
} from '../backend'
import { flagChanged } from '../backend/flags'

export async function withdraw(
  context: Context,
  input: ParsedInput<'records', 'withdraw'>,
): Promise<StoredRecord> {
  const { trx, person, now } = context
  const platform = await platformOfRecord(trx, input.id)
  allow(context, 'records.withdraw', { platform })
  const record = await lockRecord(trx, platform.id, input.id)
  if (record.revision !== input.revision) throw new Refusal('REVISION_CONFLICT')
  // Withdrawn again is a repeat whose first answer was lost.
  if (record.state !== 'withdrawn') {
    if (stateAfter(record.state, 'withdraw') === null) throw new Refusal('STATE_NOT_POSSIBLE')
    await moveRecord(trx, record, { state: 'withdrawn' })
    await appendAudit(trx, {
      at: now,
      personId: person.id,
      action: 'withdraw',
      platformId: platform.id,
      subject: record.id,
      revision: record.revision,
      fromState: record.state,
      toState: 'withdrawn',
      reason: input.reason,
    })
    await flagChanged(trx, [{ platformId: platform.id, id: record.id, payload: null }])
  }
  const stored = await findStoredRecord(trx, record.id)
  if (!stored) throw new Refusal('NOT_FOUND')
  return stored
}
