/** From tallies to an authoritative result. Pure: the same tallies give the same bytes. */
import { canonicalJson } from '../../src/shared/records'
import { factsOf, type Cut, type Tally } from '../../src/shared/scoring'
import { scoreFacts, type Scored } from '../backend/results'
import type { StoredRubric } from '../backend/tallies'

export type Computed = Scored & {
  /** The facts of the period alone; canonical JSON. */
  increment: string
}

/** `soFar` is the tally of the year up to the end of the period, `ofPeriod` that of the period alone. */
export function compute(
  stored: StoredRubric,
  soFar: Tally,
  ofPeriod: Tally,
  cuts: readonly Cut[] | null,
): Computed {
  const scored = scoreFacts(stored, factsOf(stored.rubric, soFar), cuts)
  const increment = ofPeriod === soFar ? scored.facts : canonicalJson(factsOf(stored.rubric, ofPeriod))
  return { ...scored, increment }
}
