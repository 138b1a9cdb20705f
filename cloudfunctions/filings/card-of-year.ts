/** The card of a platform's year so far, from the records as they are now. */
import { Refusal } from '../../src/shared/contract'
import type { Rubric } from '../../src/shared/rubric'
import { factsOf, score, type Card, type Facts } from '../../src/shared/scoring'
import type { Trx } from '../backend'
import {
  allPlatforms,
  basesOf,
  lastDayOf,
  readTallies,
  staleMonths,
  tallyOf,
  wantsOf,
  type PlatformSince,
} from '../backend/tallies'

/** Refuses with PERIOD_NOT_COVERED when no rubric is in force at the end of the year. */
export async function cardOfYear(
  trx: Trx,
  platform: PlatformSince,
  year: string,
  now: Date,
): Promise<{ rubric: Rubric; facts: Facts; card: Card }> {
  const [basis] = await basesOf(trx, [platform], await allPlatforms(trx), lastDayOf(year))
  if (!basis) throw new Refusal('PERIOD_NOT_COVERED')
  const wants = wantsOf(basis)
  const tallies = await readTallies(trx, wants, await staleMonths(trx, wants, now), now)
  const { rubric } = basis.rubric
  const facts = factsOf(rubric, tallyOf(tallies, basis, basis.months))
  return { rubric, facts, card: score(rubric, facts) }
}
