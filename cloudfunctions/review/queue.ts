/** What waits for a decision in the reviewer's area, the longest waiting first. */
import type { Output, ParsedInput } from '../../src/shared/contract'
import { reviewDueDate, shanghaiDate } from '../../src/shared/calendar'
import { countWaiting, listQueue, scopeOf, type Context } from '../backend'

export async function queue(
  context: Context,
  input: ParsedInput<'review', 'queue'>,
): Promise<Output<'review', 'queue'>> {
  const { trx, person, now } = context
  const scope = scopeOf(context, 'review.queue')
  const { records, cursor } = await listQueue(trx, { ...input, scope, personId: person.id })
  const today = shanghaiDate(now)
  return {
    records: records.map(({ record, own }) => ({
      ...record,
      overdue: record.state === 'submitted' && isOverdue(record.receivedAt, today),
      ownRecord: own,
    })),
    cursor,
    waiting: await countWaiting(trx, scope),
  }
}

/** Past the working days that a reviewer has. Without a table of the year's holidays nobody is blamed. */
function isOverdue(receivedAt: string, today: string): boolean {
  try {
    return today > reviewDueDate(shanghaiDate(receivedAt))
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
