/** Whom a statement or a mark is about, and under which rubric. */
import { spanOf } from '../../src/shared/calendar'
import { Refusal, type Platform, type Tier } from '../../src/shared/contract'
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
  const rubric = await rubricOfYear(trx, platform.tier, year)
  await takeChanges(trx, platform.id, 0)
  return { platform, rubric }
}

/** Refuses with PERIOD_NOT_COVERED when no rubric of the class covers any of the year. */
export async function rubricOfYear(trx: Trx, tier: Tier, year: string): Promise<Rubric> {
  const { from, to } = spanOf(year)
  const stored = await rubricInForce(trx, tier, from, to)
  if (!stored) throw new Refusal('PERIOD_NOT_COVERED')
  return stored.rubric
}
