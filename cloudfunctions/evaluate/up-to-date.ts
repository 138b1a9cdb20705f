/** Whether the results of a period are those of today's rubric, records, statements, marks and cut lines. */
import { canonicalJson } from '../../src/shared/records'
import type { Database, Trx } from '../backend'
import { cutsOf } from '../backend/filings'
import { listSources } from '../backend/results'
import { madeFrom, staleMonths, wantsOf, type Basis } from '../backend/tallies'

export type Behind = {
  /** Platforms without a result. */
  missing: number
  /** Have cut lines changed since a result was graded? */
  cuts: boolean
  /** Has anything else that a result is made from changed? */
  tallies: boolean
}

/** How the results of a period differ from what a run would make of it now. Compares what they were made from. */
export async function behind(
  database: Database | Trx,
  period: string,
  bases: readonly Basis[],
  now: Date,
): Promise<Behind> {
  const known = await listSources(database, period)
  const cuts = await cutsOf(database, period)
  const from = await madeFrom(database, bases)
  const found = bases.flatMap(({ platform }) => {
    const result = known.get(platform.id)
    return result ? [{ platform, result }] : []
  })
  return {
    missing: bases.length - found.length,
    cuts: found.some(
      ({ platform, result }) => canonicalJson(result.cuts) !== canonicalJson(cuts(platform.tier)),
    ),
    tallies:
      found.some(({ platform, result }) => result.madeFrom !== from.get(platform.id)) ||
      (await staleMonths(database, bases.flatMap(wantsOf), now)).length > 0,
  }
}
