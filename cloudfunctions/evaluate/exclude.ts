/**
 * Leaving a platform out of a year's evaluation, and taking it in again: decided by the province with a reason
 * (RULES.md, D32). Its results stay as they are; they bear no rank and no grade, and do not count for the others'.
 */
import { evaluateContract, Refusal } from '../../src/shared/contract'
import { action, allow, appendAudit, findPlatform } from '../backend'
import { addExclusion, listExclusions } from '../backend/results'
import { repeatedExclusion } from './repeated'

export const exclude = action(evaluateContract.exclude, async (context, input) => {
  const { platformId, year, ground, reason, replaces } = input
  const { trx, now, person } = context
  const platform = await findPlatform(trx, platformId)
  allow(context, 'evaluate.exclude', { platform })
  if (!platform) throw new Refusal('NOT_FOUND')
  if (platform.tier === 'province') {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '省平台不参加排名,不需要移出评价。' })
  }
  const repeated = () => repeatedExclusion(trx, input, person.id)
  const stands = await repeated()
  if (stands) return stands
  const [before] = await listExclusions(trx, year, platformId)
  if (ground === null && (before?.ground ?? null) === null) {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '这个平台本来就在评价范围内,没有做任何改动。' })
  }
  const version = replaces + 1
  const decision = { platformId, year, version, ground, reason, by: person.id, at: now }
  if ((before?.version ?? 0) !== replaces || !(await addExclusion(trx, decision))) {
    // The first of two at once has stored it meanwhile.
    const stored = await repeated()
    if (stored) return stored
    throw new Refusal('REVISION_CONFLICT', { message: '评价范围刚被改过,请看过后再改。' })
  }
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'evaluate.exclude',
    platformId,
    subject: `${year}/${platformId}`,
    revision: version,
    fromState: before?.ground ?? null,
    toState: ground,
    reason,
  })
  return { platform, year, version, ground, reason, by: person.name, at: now.toISOString() }
})

export const exclusions = action(evaluateContract.exclusions, async (context, { year }) => {
  allow(context, 'evaluate.exclusions', { platform: null })
  return { exclusions: await listExclusions(context.trx, year) }
})
