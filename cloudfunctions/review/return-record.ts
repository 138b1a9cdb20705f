/** Returns a submitted or approved record to its platform, with the reason. */
import { Refusal, type ParsedInput, type StoredRecord } from '../../src/shared/contract'
import { stateAfter } from '../../src/shared/records'
import type { Context } from '../backend'
import { lockSeen, settle, storedAfter } from './decision'

export async function returnRecord(
  context: Context,
  input: ParsedInput<'review', 'return'>,
): Promise<StoredRecord> {
  const { person, now } = context
  const record = await lockSeen(context, 'review.return', input)
  const again =
    record.state === 'returned' && record.decidedBy === person.id && record.returnReason === input.reason
  // The same decision again is a repeat whose first answer was lost.
  if (!again) {
    if (stateAfter(record.state, 'return') === null) throw new Refusal('STATE_NOT_POSSIBLE')
    await settle(context, 'return', record, { state: 'returned', reason: input.reason, by: person.id, now })
  }
  return storedAfter(context, record.id)
}
