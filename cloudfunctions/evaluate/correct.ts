/**
 * Correcting a frozen result: a new frozen one from today's records takes its place and names its reason.
 * Ranks are counted from the totals in force, so those of the others move with it.
 */
import { randomUUID } from 'node:crypto'
import { evaluateContract, Refusal } from '../../src/shared/contract'
import { action, allow, appendAudit } from '../backend'
import {
  cutsWith,
  findResult,
  listResults,
  lockResult,
  rankResults,
  replaceResult,
  summaryOf,
  type Result,
} from '../backend/results'
import {
  allPlatforms,
  basisUnder,
  bringUpToDate,
  lastDayOf,
  madeFrom,
  monthsWithin,
  portionsOf,
  readTallies,
  rubricByVersion,
  staleMonths,
  tallyOf,
  wantsOf,
} from '../backend/tallies'
import { compute } from './compute'
import { repeatedCorrection } from './repeated'

export const correct = action(evaluateContract.correct, async (context, { resultId, reason }) => {
  allow(context, 'evaluate.correct', { platform: null })
  const { trx, now, person } = context
  const old = await lockResult(trx, resultId)
  if (!old) throw new Refusal('NOT_FOUND')
  const rankOf = async ({ id, period, platform: { tier } }: Result) =>
    rankResults(await listResults(trx, period, tier)).get(id) ?? null
  const repeated = await repeatedCorrection(trx, old, reason, person.id)
  if (repeated) return summaryOf(repeated, await rankOf(repeated))
  if (old.state !== 'frozen' && old.state !== 'published') {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '只有已冻结的结果需要更正。' })
  }
  const all = await allPlatforms(trx)
  const platform = all.find(({ id }) => id === old.platform.id)
  // By the table and the lines with which its class was frozen: newer ones would score this platform alone.
  const rubric = await rubricByVersion(trx, old.rubricId, old.rubricVersion)
  if (!platform || !rubric) throw new Error('what a result is about vanished')
  const basis = basisUnder(rubric, platform, all, lastDayOf(old.period))

  const wants = wantsOf(basis)
  await bringUpToDate(trx, portionsOf(trx, await staleMonths(trx, wants, now)), now)
  const sources = await madeFrom(trx, [basis])
  const tallies = await readTallies(trx, wants)
  const cuts = await cutsWith(trx, old.id)
  const computed = compute(
    rubric,
    tallyOf(tallies, basis, basis.months),
    tallyOf(tallies, basis, monthsWithin(basis, old.period)),
    cuts,
  )
  const id = randomUUID()
  const corrected = {
    ...computed,
    id,
    platformId: platform.id,
    period: old.period,
    tier: platform.tier,
    rubricId: rubric.id,
    rubricVersion: rubric.version,
    madeFrom: sources.get(platform.id) ?? '',
    computedAt: now,
    computedBy: person.id,
  }
  await replaceResult(trx, { id: old.id, platformId: old.platform.id, state: old.state }, corrected, reason)
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'evaluate.correct',
    platformId: platform.id,
    subject: old.id,
    fromState: old.state,
    toState: 'replaced',
    reason,
    details: { replacedBy: id, period: old.period, from: old.total, to: computed.total },
  })
  const made = await findResult(trx, id)
  if (!made) throw new Error('a result vanished while being made')
  return summaryOf(made, await rankOf(made))
})
