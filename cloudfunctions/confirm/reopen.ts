/**
 * Staff entries change nothing about an activity that is approved. Those that were made before the approval and came in
 * after it, for want of a network, put it back into the queue: the reviewer has not seen them.
 */
import { appendAudit, lockRecord, moveRecord, type Context } from '../backend'
import type { StoredActivity } from '../backend/participations'

/** `enteredAt`: when the entries that have just come in were made, in milliseconds. */
export async function reopen(
  { trx, now, person }: Pick<Context, 'trx' | 'now' | 'person'>,
  activity: StoredActivity,
  enteredAt: readonly number[],
): Promise<void> {
  const record = await lockRecord(trx, activity.platform.id, activity.id)
  const { decidedAt } = record
  if (record.state !== 'approved' || decidedAt === null) return
  const before = enteredAt.filter((at) => at <= decidedAt.getTime()).length
  if (before === 0) return
  await moveRecord(trx, record, { state: 'submitted' })
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'reopen',
    platformId: record.platformId,
    subject: record.id,
    revision: record.revision,
    fromState: 'approved',
    toState: 'submitted',
    reason: `通过之前登记的 ${before} 家企业在通过之后才收到，自动回到待审核`,
  })
}
