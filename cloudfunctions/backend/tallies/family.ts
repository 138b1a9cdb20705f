/** Facts that a city may claim for its counties too (`scope: with-counties`, RULES.md D6). */
import type { Tier } from '../../../src/shared/contract'
import type { Rubric } from '../../../src/shared/rubric'
import type { Tally } from '../../../src/shared/scoring'
import { areaPrefix } from '../policies'

/** The facts of a rubric that are made from the counties' rows as well. */
export function sharedFacts(rubric: Rubric): string[] {
  return Object.entries(rubric.facts).flatMap(([name, fact]) =>
    fact.scope === 'with-counties' ? [name] : [],
  )
}

type Placed = { tier: Tier; areaCode: string }

/** Does the county's work count for this city? The provincial platform has no counties of its own. */
export function isCountyOf(county: Placed, city: Placed): boolean {
  return (
    city.tier === 'city' && county.tier === 'county' && county.areaCode.startsWith(areaPrefix(city.areaCode))
  )
}

/** The part of a tally that speaks of these facts. */
export function tallyOnly(tally: Tally, facts: readonly string[]): Tally {
  const wanted = new Set(facts)
  return { facts: Object.fromEntries(Object.entries(tally.facts).filter(([name]) => wanted.has(name))) }
}
