/** After a monthly report was filed or decided on: what the evaluation reads of it. */
import { approvedVersion, reportedOf } from '../../src/shared/filings'
import type { Trx } from '../backend'
import { keepMonthlyReport, readContent, type StoredHistory } from '../backend/filings'
import { lifeOf } from './status'

export async function settleMonthly(
  trx: Trx,
  platformId: string,
  month: string,
  history: StoredHistory,
): Promise<void> {
  const newest = history.versions.at(-1)
  if (!newest) return
  const life = lifeOf(history)
  const { dueAt } = history
  const { filedAt, firstFiledAt, returns } = reportedOf(life, dueAt)
  const approved = approvedVersion(life)
  const content =
    approved === null
      ? null
      : await readContent(trx, { platformId, kind: 'monthly', period: month }, approved)
  const figures = content?.kind === 'monthly' ? content.monthly.figures : []
  await keepMonthlyReport(trx, {
    platformId,
    month,
    dueAt: new Date(dueAt),
    filedAt: dateOf(filedAt),
    filedBy: newest.filedBy,
    firstFiledAt: dateOf(firstFiledAt),
    returns,
    figures: Object.fromEntries(figures.map(({ name, value }) => [name, value])),
  })
}

const dateOf = (instant: string | null) => (instant === null ? null : new Date(instant))
