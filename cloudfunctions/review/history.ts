/** Who did what to a record, and what each revision changed. */
import { historyEntry, type HistoryEntry, type Output, type ParsedInput } from '../../src/shared/contract'
import type { PushedRecord } from '../../src/shared/records'
import { allow, listDeeds, listRevisions, platformOfRecord, type Context, type RecordDeed } from '../backend'
import { changesBetween } from './changes'

export async function history(
  context: Context,
  { id, undone }: ParsedInput<'review', 'history'>,
): Promise<Output<'review', 'history'>> {
  const { trx } = context
  const platform = await platformOfRecord(trx, id)
  allow(context, 'review.history', { platform })
  const all = await listDeeds(trx, id)
  const deeds = undone ? all : inForce(all)
  const revisions = await listRevisions(trx, platform.id, id)
  const entries: HistoryEntry[] = deeds.map((deed) => {
    const revision = deed.revision ?? 1
    const before = deed.action === 'revise' ? revisions.get(revision - 1) : undefined
    const after = revisions.get(revision)
    return historyEntry.parse({
      ...deed,
      // Earlier versions of the app know no other word for it; the reason says what happened.
      action: deed.action === 'reopen' ? 'revise' : deed.action,
      at: deed.at.toISOString(),
      revision,
      changes: [
        ...(before && after ? changesBetween(before.payload, after.payload) : []),
        ...approvedIn(deed, after),
      ],
    })
  })
  return { entries }
}

/** Without the decisions that were taken back: an undo follows directly what it takes back. */
function inForce(deeds: readonly RecordDeed[]): RecordDeed[] {
  return deeds.filter((deed, index) => deed.action !== 'undo' && deeds[index + 1]?.action !== 'undo')
}

/** From the 家次 as declared to those approved: the number that counts is the reviewer's. */
function approvedIn(
  { approvedAttendances }: RecordDeed,
  decided: PushedRecord | undefined,
): HistoryEntry['changes'] {
  if (approvedAttendances === null || decided?.payload.kind !== 'activity') return []
  const from = String(decided.payload.attendances)
  return [{ field: 'approvedAttendances', from, to: String(approvedAttendances) }]
}
