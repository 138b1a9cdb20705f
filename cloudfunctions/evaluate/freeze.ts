/** Freezing a period: all of it or nothing, and for ever. Only a correction with a reason comes after. */
import { evaluateContract, Refusal } from '../../src/shared/contract'
import { action, allow, appendAudit } from '../backend'
import { freezeProvisional, lockPeriod, rankProvisional } from '../backend/results'
import { allPlatforms, basesOf, lastDayOf } from '../backend/tallies'

export const freeze = action(evaluateContract.freeze, async (context, { period }) => {
  allow(context, 'evaluate.freeze', { platform: null })
  const { trx, now, person } = context
  const known = await lockPeriod(trx, period)
  if (known.length === 0) {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '这一期还没有计算结果,请先计算再冻结。' })
  }
  const provisional = known.filter(({ state }) => state === 'provisional')
  if (provisional.length === 0) return { period, frozen: 0 }

  // A run that was cut off leaves platforms without a result; they would never get one.
  const all = await allPlatforms(trx)
  const computed = new Set(known.map(({ platformId }) => platformId))
  const bases = await basesOf(trx, all, all, lastDayOf(period))
  const missing = bases.filter(({ platform }) => !computed.has(platform.id)).length
  if (missing > 0) {
    const message = `还有 ${missing} 个平台没有计算结果,请重新计算后再冻结。`
    throw new Refusal('STATE_NOT_POSSIBLE', { message })
  }
  await rankProvisional(trx, period)
  const frozen = await freezeProvisional(trx, period, now)
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'evaluate.freeze',
    platformId: null,
    subject: period,
    fromState: 'provisional',
    toState: 'frozen',
    details: { results: frozen },
  })
  return { period, frozen }
})
