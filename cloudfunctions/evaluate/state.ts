/** The province states a quantity of a platform for a year: a target, N, that the sub-platform exists. */
import { randomUUID } from 'node:crypto'
import { monthOf } from '../../src/shared/calendar'
import { evaluateContract, Refusal } from '../../src/shared/contract'
import { FactsError, parseFacts } from '../../src/shared/scoring'
import { action, allow, appendAudit, markMonthsChanged } from '../backend'
import { dayOfStatement } from '../backend/tallies'
import { factsStated } from './stated-items'
import { subjectOf } from './subject'

export const state = action(evaluateContract.state, async (context, input) => {
  const { platformId, year, name, value, source } = input
  const { trx, now, person } = context
  const { platform, rubric } = await subjectOf(trx, platformId, year)
  allow(context, 'evaluate.state', { platform })
  const facts = factsStated(rubric, name)
  if (facts.length === 0) throw new Refusal('INVALID_INPUT', { fields: { name: '评价指标中没有这项数据' } })
  try {
    parseFacts(rubric, Object.fromEntries(facts.map((fact) => [fact, value])))
  } catch (error) {
    if (!(error instanceof FactsError)) throw error
    throw new Refusal('INVALID_INPUT', { fields: { value: '数值不符合这项数据的要求' } })
  }

  const id = randomUUID()
  await trx
    .insertInto('statements')
    .values({
      platform_id: platform.id,
      id,
      year,
      name,
      value: JSON.stringify(value),
      source,
      stated_by: person.id,
      stated_at: now,
    })
    .execute()
  const day = dayOfStatement(rubric.period, year)
  if (day) await markMonthsChanged(trx, platform.id, [monthOf(day)])
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'evaluate.state',
    platformId: platform.id,
    subject: id,
    reason: source,
    details: { year, name, value },
  })
  return { id }
})
