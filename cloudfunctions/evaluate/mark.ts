/** The province gives points to a criterion that a person has to judge. */
import { randomUUID } from 'node:crypto'
import { monthOf, shanghaiDate } from '../../src/shared/calendar'
import { evaluateContract, Refusal } from '../../src/shared/contract'
import { RubricError, type Rubric } from '../../src/shared/rubric'
import { checkMark } from '../../src/shared/scoring'
import { action, allow, appendAudit, markMonthsChanged } from '../backend'
import { dayOfMark } from '../backend/tallies'
import { repeatedMark } from './repeated'
import { subjectOf } from './subject'

/** Refuses a criterion that takes no mark, and points above its maximum or between its steps. */
function check(rubric: Rubric, criterion: string, points: number): void {
  try {
    const problem = checkMark(rubric, criterion, points)
    if (problem !== null) throw new Refusal('INVALID_INPUT', { fields: { points: problem } })
  } catch (error) {
    if (!(error instanceof RubricError)) throw error
    throw new Refusal('INVALID_INPUT', { fields: { criterion: '这项指标不由人评分' } })
  }
}

export const mark = action(evaluateContract.mark, async (context, input) => {
  const { platformId, year, criterion, points, reason, judge, body } = input
  const { trx, now, person } = context
  const { platform, rubric } = await subjectOf(trx, platformId, year)
  allow(context, 'evaluate.mark', { platform })
  check(rubric, criterion, points)
  if (platform.tier === 'province' && (judge?.includes('省平台') || body === 'platform')) {
    throw new Refusal('INVALID_INPUT', { fields: { judge: '省平台不给自己评分,请由省工信厅评定' } })
  }
  const repeated = await repeatedMark(trx, input, person.id)
  if (repeated !== null) return { id: repeated }

  const id = randomUUID()
  await trx
    .insertInto('marks')
    .values({
      platform_id: platform.id,
      id,
      year,
      criterion,
      points,
      reason,
      judge_id: person.id,
      judge,
      body,
      marked_at: now,
    })
    .execute()
  const day = dayOfMark(rubric.period, year, shanghaiDate(now))
  if (day) await markMonthsChanged(trx, platform.id, [monthOf(day)])
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'evaluate.mark',
    platformId: platform.id,
    subject: id,
    reason,
    details: { year, criterion, points, judge, body },
  })
  return { id }
})
