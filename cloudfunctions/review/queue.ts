/** What waits for a decision in the reviewer's area, the longest waiting first. */
import type { Output, ParsedInput, ReviewedRecord } from '../../src/shared/contract'
import { reviewOverdueBefore, shanghaiDate } from '../../src/shared/calendar'
import { areaPrefix, countWaiting, listQueue, scopeOf, type Context, type QueuedRecord } from '../backend'
import { signsOfRecords } from '../backend/participations'

export async function queue(
  context: Context,
  input: ParsedInput<'review', 'queue'>,
): Promise<Output<'review', 'queue'>> {
  const { trx, person, now } = context
  const scope = scopeOf(context, 'review.queue')
  const counts = await countWaiting(trx, scope, reviewOverdueBefore(shanghaiDate(now)))
  const { waitedLongerThan: days, areaCode } = input
  const receivedBefore = days === null ? null : reviewOverdueBefore(shanghaiDate(now), days)
  // Where nobody can say how long it has waited, nothing has waited too long.
  if (days !== null && receivedBefore === null) return { records: [], cursor: null, ...counts }
  const { records, cursor } = await listQueue(trx, {
    ...input,
    areaPrefix: areaCode === null ? null : areaPrefix(areaCode),
    receivedBefore,
    scope,
    personId: person.id,
  })
  return { records: await reviewed(context, records), cursor, ...counts }
}

/** Records as the reviewer sees them: with their signs, and whether they are overdue. */
export async function reviewed(
  { trx, now }: Context,
  records: readonly QueuedRecord[],
): Promise<ReviewedRecord[]> {
  const overdueBefore = reviewOverdueBefore(shanghaiDate(now)) ?? ''
  const signs = await signsOfRecords(
    trx,
    records.map(({ record }) => record),
  )
  return records.map(({ record, own }) => ({
    ...record,
    overdue: record.state === 'submitted' && record.receivedAt < overdueBefore,
    ownRecord: own,
    signs: signs.get(record.id) ?? [],
  }))
}
