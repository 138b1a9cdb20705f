/** The stored card of a result. */
import { Refusal, standingContract } from '../../src/shared/contract'
import { action, allow, allows } from '../backend'
import { cardOf, findPublication, findResult, findResultInForce, incrementOf } from '../backend/results'
import { rubricByVersion } from '../backend/tallies'
import { addedIn } from './added'
import { periodBefore } from './period-before'

export const card = action(standingContract.card, async (context, { resultId }) => {
  const { trx, now } = context
  const result = await findResult(trx, resultId)
  if (!result) throw new Refusal('NOT_FOUND')
  const { platform, period, state } = result
  if (state !== 'published') allow(context, 'standing.card', { platform })
  const rubric = await rubricByVersion(trx, result.rubricId, result.rubricVersion)
  if (!rubric) throw new Error('the rubric of a result is missing')
  const replaced = result.replaces === null ? null : await findResult(trx, result.replaces)
  const before = await findResultInForce(trx, platform.id, periodBefore(period))
  // A total that is not yet published could be read from the difference (D36).
  const maySee = before && (before.state === 'published' || allows(context, 'standing.card', { platform }))
  return {
    platform,
    period,
    state,
    rubric: { id: rubric.id, version: rubric.version, digest: rubric.digest },
    computedAt: result.computedAt.toISOString(),
    card: await cardOf(trx, resultId),
    grade: result.grade,
    exclusion: result.exclusion,
    reason: result.reason,
    replaces: replaced && { resultId: replaced.id, computedAt: replaced.computedAt.toISOString() },
    publication: state === 'published' ? await findPublication(trx, period, now) : null,
    added: addedIn(period, result.total, maySee ? before.total : null),
    increment: await incrementOf(trx, resultId),
  }
})
