/** The median of a class, as far as it may be told to the caller before publication (D36). */
import type { Tier } from '../../src/shared/contract'
import { scopeOf, type ActionId, type Caller } from '../backend'
import { isMedianTold, type Standings } from '../backend/results'

export function medianTold(caller: Caller, action: ActionId, tier: Tier, standing: Standings): number | null {
  const told = standing.isPublic || scopeOf(caller, action).all || isMedianTold(tier, standing.of)
  return told ? standing.median : null
}
