/** The due day of monthly reports, which the province changes from a month on (D15). */
import { monthOf, shanghaiDate } from '../../src/shared/calendar'
import { filingsContract, Refusal } from '../../src/shared/contract'
import { action, allow, appendAudit } from '../backend'
import { addDueDay, listDueDays } from '../backend/due-days'

export const dueDays = action(filingsContract.dueDays, async ({ trx }) => ({
  days: (await listDueDays(trx)).map(({ setBy: _, ...each }) => each),
}))

export const setDueDay = action(filingsContract.setDueDay, async (context, input) => {
  allow(context, 'filings.setDueDay', { platform: null })
  const { trx, now, person } = context
  const { from, day, reason, replaces } = input
  const [newest] = await listDueDays(trx)
  if (newest?.version === replaces + 1 && newest.setBy === person.id) {
    const { setBy: _, ...before } = newest
    // The same again: a repeat whose first answer was lost.
    if (before.from === from && before.day === day && before.reason === reason) return before
  }
  // A month that is over may have been reported and judged already: its due time stays as it was.
  if (from < monthOf(shanghaiDate(now))) {
    throw new Refusal('INVALID_INPUT', { fields: { from: '已经结束的月份不能改,请从本月或以后的月份起' } })
  }
  const version = replaces + 1
  const set = { version, from, day, reason, by: person.id, at: now }
  if ((newest?.version ?? 0) !== replaces || !(await addDueDay(trx, set))) {
    throw new Refusal('REVISION_CONFLICT', { message: '月报截止日刚被改过,请看过后再改。' })
  }
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'filings.setDueDay',
    platformId: null,
    subject: from,
    revision: version,
    reason,
    details: { from, day },
  })
  return { version, from, day, reason, by: person.name, at: now.toISOString() }
})
