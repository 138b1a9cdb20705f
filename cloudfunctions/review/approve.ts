/** Approves the revision that the reviewer has seen. */
import { Refusal, type ParsedInput, type StoredRecord } from '../../src/shared/contract'
import { isBlank, isPlanned, needsReason, stateAfter, type RecordPayload } from '../../src/shared/records'
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

/** Refuses unless the locked record may be approved by this person now; `check` may refuse for more, and tells the 家次 where none are given. */
export async function approveSeen(
  context: Context,
  action: 'review.approve' | 'review.approveMany',
  input: ParsedInput<'review', 'approve'>,
  check: (record: Locked) => Promise<number | null> = async () => null,
): Promise<void> {
  const { trx, person, now } = context
  const record = await lockSeen(context, action, input)
  if (await hasSubmitted(trx, record, person.id)) throw new Refusal('OWN_RECORD')
  const isAgain = record.state === 'approved' && record.decidedBy === person.id
  const preset = isAgain ? record.approvedAttendances : await check(record)
  const approvedAttendances = attendancesOf(record.payload, input.approvedAttendances ?? preset)
  const again = isAgain && record.approvedAttendances === approvedAttendances
  // The same decision again is a repeat whose first answer was lost.
  if (!again) {
    if (stateAfter(record.state, 'approve') === null) throw new Refusal('STATE_NOT_POSSIBLE')
    if (isPlanned(record.payload, now)) throw new Refusal('STATE_NOT_POSSIBLE', { message: NOT_BEGUN })
    const { payload } = record
    if (
      payload.kind === 'activity' &&
      needsReason(payload.attendances, approvedAttendances) &&
      isBlank(input.reason)
    )
      throw new Refusal('REASON_REQUIRED', { fields: { reason: '核定家次高于申报，请写明原因' } })
    await settle(
      context,
      'approve',
      record,
      { state: 'approved', approvedAttendances, by: person.id, now },
      input.reason === '' ? null : input.reason,
    )
  }
}

const NOT_BEGUN = '活动还没有开始，开始后才能审核。'
