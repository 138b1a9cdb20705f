/** Approves the revision that the reviewer has seen. */
import { Refusal, type ParsedInput, type StoredRecord } from '../../src/shared/contract'
import { stateAfter, type RecordPayload } from '../../src/shared/records'
import { hasSubmitted, type Context, type Locked } from '../backend'
import { lockSeen, settle, storedAfter } from './decision'

/** The 家次 to approve: the reviewer's, or as declared. Only activities have any. */
function attendancesOf(payload: RecordPayload, given: number | null): number | null {
  if (payload.kind === 'activity') return given ?? payload.attendances
  if (given === null) return null
  throw new Refusal('INVALID_INPUT', { fields: { approvedAttendances: '只有服务活动核定家次' } })
}

export async function approve(
  context: Context,
  input: ParsedInput<'review', 'approve'>,
): Promise<StoredRecord> {
  await approveSeen(context, 'review.approve', input)
  return storedAfter(context, input.id)
}

/** Refuses unless the locked record may be approved by this person now; `check` may refuse for more. */
export async function approveSeen(
  context: Context,
  action: 'review.approve' | 'review.approveMany',
  input: ParsedInput<'review', 'approve'>,
  check: (record: Locked) => Promise<void> = async () => {},
): Promise<void> {
  const { trx, person, now } = context
  const record = await lockSeen(context, action, input)
  if (await hasSubmitted(trx, record, person.id)) throw new Refusal('OWN_RECORD')
  const approvedAttendances = attendancesOf(record.payload, input.approvedAttendances)
  const again =
    record.state === 'approved' &&
    record.decidedBy === person.id &&
    record.approvedAttendances === approvedAttendances
  // The same decision again is a repeat whose first answer was lost.
  if (!again) {
    if (stateAfter(record.state, 'approve') === null) throw new Refusal('STATE_NOT_POSSIBLE')
    await check(record)
    await settle(context, 'approve', record, { state: 'approved', approvedAttendances, by: person.id, now })
  }
}
