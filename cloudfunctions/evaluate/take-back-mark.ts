/** A judge's mark is taken back, with those before it, so that none of that judge counts. */
import { monthOf, shanghaiDate } from '../../src/shared/calendar'
import { evaluateContract, Refusal } from '../../src/shared/contract'
import { action, allow, appendAudit, markMonthsChanged } from '../backend'
import { dayOfMark } from '../backend/tallies'
import { subjectOf } from './subject'
import { judgeOf, readEntries } from './stored-entries'

export const takeBackMark = action(evaluateContract.takeBackMark, async (context, input) => {
  const { platformId, year, criterion, id, reason } = input
  const { trx, now, person } = context
  const { platform, rubric } = await subjectOf(trx, platformId, year)
  allow(context, 'evaluate.takeBackMark', { platform })
  const all = await readEntries(trx, { tier: platform.tier, year, kind: 'mark', name: criterion })
  const own = all.filter((each) => each.platformId === platformId)
  const mark = own.find((each) => each.id === id)
  if (!mark) throw new Refusal('NOT_FOUND')
  const taken = own.filter((each) => judgeOf(each) === judgeOf(mark) && each.takenBack === null)
  if (taken.length === 0) return { taken: 0 }
  await trx
    .insertInto('mark_withdrawals')
    .values(
      taken.map((each) => ({
        ...{ platform_id: platformId, mark_id: each.id, reason },
        ...{ withdrawn_by: person.id, withdrawn_at: now },
      })),
    )
    .execute()
  const days = taken.flatMap(({ at }) => dayOfMark(rubric.period, year, shanghaiDate(at)) ?? [])
  await markMonthsChanged(trx, platformId, [...new Set(days.map(monthOf))])
  await appendAudit(trx, {
    ...{ at: now, personId: person.id, action: 'evaluate.takeBackMark', platformId, subject: id, reason },
    details: { year, criterion, judge: mark.judge ?? mark.by, marks: taken.map((each) => each.id) },
  })
  return { taken: taken.length }
})
