/** What approving and returning have in common: the record is locked, and is the one that the reviewer has seen. */
import { Refusal, type StoredRecord } from '../../src/shared/contract'
import {
  allow,
  appendAudit,
  findStoredRecord,
  lockRecord,
  moveRecord,
  platformOfRecord,
  type Context,
  type Decision,
  type Locked,
} from '../backend'
import { refreshFlags } from '../backend/flags'

type Seen = { id: string; revision: number }

export async function lockSeen(
  context: Context,
  action: 'review.approve' | 'review.approveMany' | 'review.return' | 'review.undo',
  seen: Seen,
): Promise<Locked> {
  const platform = await platformOfRecord(context.trx, seen.id)
  allow(context, action, { platform })
  const record = await lockRecord(context.trx, platform.id, seen.id)
  if (record.revision !== seen.revision) {
    throw new Refusal('REVISION_CONFLICT', { message: '这条记录刚被修改过,请看过新的内容再决定。' })
  }
  return record
}

/** Writes the decision and its audit entry. */
export async function settle(
  { trx, person, now }: Context,
  action: 'approve' | 'return',
  record: Locked,
  decision: Extract<Decision, { state: 'approved' | 'returned' }>,
  why: string | null = null,
): Promise<void> {
  await moveRecord(trx, record, decision)
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action,
    platformId: record.platformId,
    subject: record.id,
    revision: record.revision,
    fromState: record.state,
    toState: decision.state,
    reason: decision.state === 'returned' ? decision.reason : why,
    details: {
      ...(decision.state === 'approved' ? { approvedAttendances: decision.approvedAttendances } : {}),
      before: {
        by: record.decidedBy,
        at: record.decidedAt?.toISOString() ?? null,
        approvedAttendances: record.approvedAttendances,
        returnReason: record.returnReason,
      },
    },
  })
  // Of all flags only the one of 0 approved 家次 depends on the decision.
  const hadOrHasNone = [
    record.approvedAttendances,
    decision.state === 'approved' && decision.approvedAttendances,
  ]
  if (hadOrHasNone.includes(0)) await refreshFlags(trx, [record])
}

export async function storedAfter({ trx }: Context, id: string): Promise<StoredRecord> {
  const stored = await findStoredRecord(trx, id)
  if (!stored) throw new Refusal('NOT_FOUND')
  return stored
}
