/** A month's report to fill in or to read: its figures from the rubric, filed values, and those of the month before. */
import { previousMonth } from '../../src/shared/calendar'
import { filingsContract } from '../../src/shared/contract'
import { figuresOf, type MonthlyContent } from '../../src/shared/filings'
import { action, type Trx } from '../backend'
import { readContent, readHistories, type StoredHistory } from '../backend/filings'
import { recordedIn } from './recorded'
import { statusOf } from './status'
import { ownSubject, rubricOf } from './subject'

export const monthly = action(filingsContract.monthly, async (context, { platformId, month }) => {
  const { trx, now } = context
  const { createdAt: _, ...platform } = await ownSubject(context, 'filings.monthly', platformId)
  const { rubric } = await rubricOf(trx, platform, month)
  const before = previousMonth(month)
  const histories = await readHistories(trx, [platform.id], [before, month])
  const key = { platformId: platform.id, kind: 'monthly' as const, period: month }
  const history = histories(key)
  const filed = await newestOf(trx, platform.id, month, history)
  const last = await newestOf(trx, platform.id, before, histories({ ...key, period: before }))
  const recorded = await recordedIn(trx, rubric, platform.id, month)
  const figureIn = (content: MonthlyContent | null, name: string) =>
    content?.figures.find((figure) => figure.name === name) ?? null
  return {
    platform,
    status: statusOf(key, history, now),
    figures: figuresOf(rubric).map(({ min: _min, max: _max, ...figure }) => ({
      ...figure,
      recorded: recorded(figure.name),
      filed: figureIn(filed, figure.name),
      last: figureIn(last, figure.name),
    })),
    remark: filed?.remark ?? '',
  }
})

async function newestOf(
  trx: Trx,
  platformId: string,
  month: string,
  { versions }: StoredHistory,
): Promise<MonthlyContent | null> {
  const newest = versions.at(-1)
  if (!newest) return null
  const content = await readContent(trx, { platformId, kind: 'monthly', period: month }, newest.version)
  return content?.kind === 'monthly' ? content.monthly : null
}
