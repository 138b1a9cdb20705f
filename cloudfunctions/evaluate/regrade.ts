/**
 * Cut lines that were set after freezing: the results of a class are graded by them in one step, each replaced by a
 * corrected one that names the reason. Facts and points stay as they were frozen; only grades and lines change.
 */
import { randomUUID } from 'node:crypto'
import { evaluateContract, Refusal } from '../../src/shared/contract'
import { canonicalJson } from '../../src/shared/records'
import { parseFacts } from '../../src/shared/scoring'
import { action, allow, appendAudit, type Trx } from '../backend'
import { cutsOf } from '../backend/filings'
import {
  listGraded,
  lockPeriod,
  replaceResult,
  scoreFacts,
  type Graded,
  type Scored,
} from '../backend/results'
import { rubricByVersion, type StoredRubric } from '../backend/tallies'

export const regrade = action(evaluateContract.regrade, async (context, { period, tier, reason }) => {
  allow(context, 'evaluate.regrade', { platform: null })
  const { trx, now, person } = context
  await lockPeriod(trx, period)
  const cuts = (await cutsOf(trx, period))(tier)
  const lines = cuts && canonicalJson(cuts)
  const all = await listGraded(trx, period, tier)
  if (all.length === 0 || all.some(({ state }) => state === 'provisional')) {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '只有已冻结的结果需要更正。' })
  }
  const outdated = all.filter((result) => (result.cuts && canonicalJson(result.cuts)) !== lines)
  // The same again, after its answer was lost: the results in force carry this very reason.
  if (outdated.length === 0 && all.some((each) => each.reason === reason && each.computedBy === person.id)) {
    return { period, tier, corrected: 0, grades: 0 }
  }
  if (outdated.length === 0) {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '分数线没有变动,没有结果需要更正。' })
  }
  const rubrics = new Map<string, StoredRubric>()
  let grades = 0
  for (const result of outdated) {
    const scored = await gradedBy(trx, result, cuts, rubrics)
    if (scored.grade !== result.grade) grades += 1
    const { id, platformId, state, rubricId, rubricVersion } = result
    if (state !== 'frozen' && state !== 'published') throw new Error('a frozen period has an open result')
    const corrected = {
      ...scored,
      ...{ id: randomUUID(), platformId, period, tier, rubricId, rubricVersion },
      increment: canonicalJson(result.increment),
      madeFrom: result.madeFrom ?? '',
      computedAt: now,
      computedBy: person.id,
    }
    await replaceResult(trx, { id, platformId, state }, corrected, reason)
  }
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'evaluate.regrade',
    platformId: null,
    subject: `${period}/${tier}`,
    reason,
    details: { corrected: outdated.length, grades, cuts },
  })
  return { period, tier, corrected: outdated.length, grades }
})

async function gradedBy(
  trx: Trx,
  result: Graded,
  cuts: Graded['cuts'],
  known: Map<string, StoredRubric>,
): Promise<Scored> {
  const key = `${result.rubricId} ${result.rubricVersion}`
  const rubric = known.get(key) ?? (await rubricByVersion(trx, result.rubricId, result.rubricVersion))
  if (!rubric) throw new Error('what a result is about vanished')
  known.set(key, rubric)
  return scoreFacts(rubric, parseFacts(rubric.rubric, result.facts), cuts)
}
