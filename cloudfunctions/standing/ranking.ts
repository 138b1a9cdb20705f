/**
 * The ranking of a class. Ranks are counted from the totals in force, so that a correction shows at once. Who
 * sees which row is decided row by row; rank and median of the whole class may be told to everybody in it.
 */
import { standingContract } from '../../src/shared/contract'
import { action, allows } from '../backend'
import { listResults, medianOf, ranksOf } from '../backend/results'
import { periodBefore } from './period-before'

export const ranking = action(standingContract.ranking, async (context, { tier, period }) => {
  const { trx } = context
  const results = await listResults(trx, period, tier)
  const totals = results.map(({ total }) => total)
  const before = await listResults(trx, periodBefore(period), tier)
  const ranksBefore = ranksOf(before.map(({ total }) => total))
  const rankBefore = new Map(before.map(({ platform }, place) => [platform.id, ranksBefore[place]]))
  // The provincial platform is scored and not ranked: it has no class.
  const ranks = tier === 'province' ? [] : ranksOf(totals)
  const rows = results.flatMap(({ id, platform, state, total, grade }, place) => {
    if (state !== 'published' && !allows(context, 'standing.ranking', { platform })) return []
    const rank = ranks[place] ?? null
    const previous = rankBefore.get(platform.id)
    const movement = rank === null || previous === undefined ? null : previous - rank
    return [{ resultId: id, platform, rank, total, added: null, grade, exclusion: null, movement, state }]
  })
  return { rows, median: medianOf(totals), publication: null }
})
