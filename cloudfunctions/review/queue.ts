/** What waits for a decision in the reviewer's area, the longest waiting first. */
import type { Output, ParsedInput, ReviewedRecord } from '../../src/shared/contract'
import { signsFor } from '../../src/shared/flags'
import { reviewOverdueBefore, shanghaiDate, shanghaiInstant } from '../../src/shared/calendar'
import {
  allows,
  areaPrefix,
  countWaiting,
  listQueue,
  scopeOf,
  UnreadableRecords,
  type Context,
  type QueuedRecord,
} from '../backend'
import { flagOutdated, listFlags } from '../backend/flags'
import { newEntriesOf, presetOfStored } from './preset'

export async function queue(
  context: Context,
  input: ParsedInput<'review', 'queue'>,
): Promise<Output<'review', 'queue'>> {
  const { trx, person, now } = context
  const scope = scopeOf(context, 'review.queue')
  const counts = await countWaiting(trx, scope, reviewOverdueBefore(shanghaiDate(now)), now)
  const { waitedLongerThan: days, areaCode } = input
  const receivedBefore = days === null ? null : reviewOverdueBefore(shanghaiDate(now), days)
  // Where nobody can say how long it has waited, nothing has waited too long.
  if (days !== null && receivedBefore === null) return { records: [], unreadable: 0, cursor: null, ...counts }
  const { records, unreadable, cursor } = await listQueue(trx, {
    ...input,
    decidedSince: input.decidedToday ? new Date(shanghaiInstant(shanghaiDate(now))) : null,
    areaPrefix: areaCode === null ? null : areaPrefix(areaCode),
    receivedBefore,
    scope,
    personId: person.id,
    now,
  })
  if (unreadable > 0) context.report(new UnreadableRecords())
  return { records: await reviewed(context, records), unreadable, cursor, ...counts }
}

/** Records as the reviewer sees them: with their flags, and whether they are overdue. */
export async function reviewed(
  context: Omit<Context, 'afterRefusal'>,
  records: readonly QueuedRecord[],
): Promise<ReviewedRecord[]> {
  const { trx, now } = context
  const overdueBefore = reviewOverdueBefore(shanghaiDate(now)) ?? ''
  const keys = records.map(({ record }) => record)
  await flagOutdated(trx, keys)
  const flags = await listFlags(trx, keys, (platform) => allows(context, 'review.get', { platform }))
  const news = await newEntriesOf(
    trx,
    records.map(({ record }) => record.id),
  )
  return records.map(({ record, own }) => ({
    ...record,
    overdue: record.state === 'submitted' && record.receivedAt < overdueBefore,
    ownRecord: own,
    signs: signsFor(flags.get(record.id) ?? []),
    flags: flags.get(record.id) ?? [],
    presetAttendances: presetOfStored(record),
    newEntries: news.get(record.id) ?? [],
  }))
}
