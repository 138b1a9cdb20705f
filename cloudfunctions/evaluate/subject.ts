/** Whom a statement or a mark is about, and under which rubric. */
import { spanOf } from '../../src/shared/calendar'
import { Refusal, type Platform } from '../../src/shared/contract'
import type { Rubric } from '../../src/shared/rubric'
import { findPlatform, takeChanges, type Trx } from '../backend'
import { rubricInForce } from '../backend/tallies'

/** Refuses with NOT_FOUND, or PERIOD_NOT_COVERED when no rubric covers any of the year. Holds the platform's changes. */
export async function subjectOf(
  trx: Trx,
  platformId: string,
  year: string,
): Promise<{ platform: Platform; rubric: Rubric }> {
  const platform = await findPlatform(trx, platformId)
  if (!platform) throw new Refusal('NOT_FOUND')
  const { from, to } = spanOf(year)
  const stored = await rubricInForce(trx, platform.tier, from, to)
  if (!stored) throw new Refusal('PERIOD_NOT_COVERED')
  await takeChanges(trx, platform.id, 0)
  return { platform, rubric: stored.rubric }
}
