/**
 * The ranking of a class. Ranks are counted from the totals in force, so that a correction or an exclusion shows at
 * once. Who sees which row is decided row by row; the rank may be told to everybody in the class, and so may the
 * median where it gives away nobody's total.
 */
import { standingContract } from '../../src/shared/contract'
import { action, allows } from '../backend'
import {
  findPublication,
  isMedianTold,
  isRanked,
  listResults,
  medianOf,
  rankResults,
  type Result,
} from '../backend/results'
import { addedIn } from './added'
import { periodBefore } from './period-before'

export const ranking = action(standingContract.ranking, async (context, { tier, period }) => {
  const { trx, now } = context
  const results = await listResults(trx, period, tier)
  const before = await listResults(trx, periodBefore(period), tier)
  const ranks = rankResults(results)
  const ranksBefore = rankResults(before)
  const beforeOf = new Map(before.map((result) => [result.platform.id, result]))
  const seen = (result: Result | undefined) =>
    result && (result.state === 'published' || allows(context, 'standing.ranking', result))
      ? result
      : undefined
  const rows = results.flatMap(({ id, platform, state, total, grade, exclusion }) => {
    if (state !== 'published' && !allows(context, 'standing.ranking', { platform })) return []
    // What the period before says of another platform is its own affair until that is published too (D36).
    const last = seen(beforeOf.get(platform.id))
    const rank = ranks.get(id) ?? null
    const previous = last && ranksBefore.get(last.id)
    const movement = rank === null || previous === undefined ? null : previous - rank
    const added = addedIn(period, total, last?.total ?? null)
    return [{ resultId: id, platform, rank, total, added, grade, exclusion, movement, state }]
  })
  const compared = results.filter((result) => tier === 'province' || isRanked(result))
  const told = rows.length === results.length || isMedianTold(tier, compared.length)
  // Of a month the cities alone are published.
  const isPublic = results.some(({ state }) => state === 'published')
  const publication = isPublic ? await findPublication(trx, period, now) : null
  return { rows, median: told ? medianOf(compared.map(({ total }) => total)) : null, publication }
})
