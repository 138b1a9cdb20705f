/** What a platform has to file in a year, and where each filing stands. */
import { monthOf, monthsOf, previousMonth, shanghaiDate, spanOf } from '../../src/shared/calendar'
import { filingsContract, type Tier } from '../../src/shared/contract'
import { annualKinds, filingOpensAt } from '../../src/shared/filings'
import type { Rubric } from '../../src/shared/rubric'
import { action, type Trx } from '../backend'
import { readHistories, type FilingKey } from '../backend/filings'
import { rubricInForce, type PlatformSince } from '../backend/tallies'
import type { Messages } from './messages'
import { statusOf } from './status'
import { ownSubject } from './subject'

export function due({ templates }: Messages) {
  return action(filingsContract.due, async (context, { platformId, year: asked }) => {
    const { trx, now } = context
    const { createdAt, ...platform } = await ownSubject(context, 'filings.due', platformId)
    const today = shanghaiDate(now)
    const year = asked ?? previousMonth(monthOf(today)).slice(0, 4)
    const rubric = await rubricOfYear(trx, platform.tier, year)
    const keys = keysOf(rubric, { ...platform, createdAt }, year, now)
    const histories = await readHistories(
      trx,
      [platform.id],
      keys.map(({ period }) => period),
    )
    const filings = keys.map((key) => statusOf(key, histories(key), now))
    return {
      platform,
      year,
      today,
      filings,
      lateOrMissing: filings.filter(({ kind, late }) => kind === 'monthly' && late).length,
      templates: Object.values(templates).flatMap((id) => id ?? []),
    }
  })
}

/** The rubric that a tier is scored by in a year; null without one. */
export async function rubricOfYear(trx: Trx, tier: Tier, year: string): Promise<Rubric | null> {
  const { from, to } = spanOf(year)
  return (await rubricInForce(trx, tier, from, to))?.rubric ?? null
}

/** The filings of a platform's year that can be made by now: months that are over, and the annual ones. None without a rubric. */
export function keysOf(
  rubric: Rubric | null,
  platform: Pick<PlatformSince, 'id' | 'createdAt'>,
  year: string,
  now: Date,
): FilingKey[] {
  if (!rubric || spanOf(year).from > shanghaiDate(now)) return []
  const { period } = rubric
  const since = shanghaiDate(platform.createdAt)
  const first = monthOf(since > period.from ? since : period.from)
  const months = monthsOf(year).filter(
    (month) => month >= first && month <= monthOf(period.to) && filingOpensAt(month) <= now.toISOString(),
  )
  return [
    ...annualKinds.map((kind) => ({ platformId: platform.id, kind, period: year })),
    ...months
      .reverse()
      .map((month) => ({ platformId: platform.id, kind: 'monthly' as const, period: month })),
  ]
}
