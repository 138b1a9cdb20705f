/** The results of a period with what the overview compares within each class. */
import { tiers, type Tier } from '../../src/shared/contract'
import type { Rubric } from '../../src/shared/rubric'
import type { Trx } from '../backend'
import { countedIn, listResults, isRanked, medianOf, rankResults, type Result } from '../backend/results'
import { rubricByVersion } from '../backend/tallies'
import type { Medians } from './outliers'

export type Placed = { result: Result; rank: number | null; attendances: number | null }
export type ClassMedians = Medians & { isPublic: boolean }
export type ClassFigures = { placed: Map<string, Placed>; medians: Map<Tier, ClassMedians> }

/** Of all platforms, whoever asks: what a place in a class is, does not depend on who looks. */
export async function classFigures(trx: Trx, period: string): Promise<ClassFigures> {
  const placed = new Map<string, Placed>()
  const medians = new Map<Tier, ClassMedians>()
  for (const tier of tiers) {
    const results = await listResults(trx, period, tier)
    const attendances = await attendancesIn(trx, results)
    const ranks = rankResults(results)
    const compared = results.filter((result) => tier === 'province' || isRanked(result))
    for (const result of results) {
      placed.set(result.platform.id, {
        result,
        rank: ranks.get(result.id) ?? null,
        attendances: attendances.get(result.platform.id) ?? null,
      })
    }
    const total = medianOf(compared.map((each) => each.total))
    if (total === null) continue
    const counts = compared.flatMap(({ platform }) => attendances.get(platform.id) ?? [])
    const isPublic = results.every(({ state }) => state === 'published')
    medians.set(tier, { total, attendances: medianOf(counts), of: compared.length, isPublic })
  }
  return { placed, medians }
}

/** 家次 of the year so far, from the facts that the results were made of. */
async function attendancesIn(trx: Trx, results: readonly Result[]): Promise<Map<string, number>> {
  const [first] = results
  if (!first) return new Map()
  // A period of a class is scored by one rubric.
  const stored = await rubricByVersion(trx, first.rubricId, first.rubricVersion)
  const fact = stored ? attendanceFact(stored.rubric) : null
  return fact === null ? new Map() : countedIn(trx, first.period, first.platform.tier, fact)
}

/** The fact that adds up attendances (家次), under whatever name; null in a rubric that counts enterprises (家). */
function attendanceFact(rubric: Rubric): string | null {
  const found = Object.entries(rubric.facts).find(([, { from }]) =>
    from.some(({ take }) => typeof take === 'object' && 'sum' in take && take.sum === 'attendances'),
  )
  return found?.[0] ?? null
}
