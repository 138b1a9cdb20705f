/** What one platform's card rests on. */
import { Refusal } from '../../src/shared/contract'
import type { Trx } from '../backend'
import { allPlatforms, basesOf, type Basis } from '../backend/tallies'

/** For the year so far up to a day. Refuses with PERIOD_NOT_COVERED when no rubric is in force on it. */
export async function basisOf(trx: Trx, platformId: string, date: string): Promise<Basis> {
  const all = await allPlatforms(trx)
  const own = all.filter(({ id }) => id === platformId)
  const [basis] = await basesOf(trx, own, all, date)
  if (!basis) throw new Refusal('PERIOD_NOT_COVERED')
  return basis
}
