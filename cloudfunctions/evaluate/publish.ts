/** Making a frozen period public (公示): opens the publicity, within which managers may object. Once and for all. */
import { addWorkingDays, periodKind, shanghaiDate } from '../../src/shared/calendar'
import { evaluateContract, Refusal, tiers } from '../../src/shared/contract'
import { action, allow, appendAudit } from '../backend'
import { findPublication, lockPeriod, publishFrozen } from '../backend/results'

/** Working days of the publicity, the first one the next after publication (RULES.md, D29). */
const PUBLICITY_DAYS = 5

/** Both days included. Refuses with CALENDAR_UNKNOWN in a year without a holiday table. */
function publicityAfter(day: string): { from: string; until: string } {
  try {
    return { from: addWorkingDays(day, 1), until: addWorkingDays(day, PUBLICITY_DAYS) }
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('CALENDAR_UNKNOWN')
    throw error
  }
}

/** Of a month only the cities are published (月调度); the counties are told by quarter and year (RULES.md). */
const tiersOf = (period: string) => (periodKind(period) === 'month' ? (['city'] as const) : tiers)

export const publish = action(evaluateContract.publish, async (context, { period }) => {
  allow(context, 'evaluate.publish', { platform: null })
  const { trx, now, person } = context
  const known = await lockPeriod(trx, period)
  const already = await findPublication(trx, period, now)
  if (already) return { period, published: 0, publication: already }
  if (known.length === 0 || known.some(({ state }) => state === 'provisional')) {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '这一期还没有冻结,请先冻结再公布。' })
  }
  const publicity = publicityAfter(shanghaiDate(now))
  const about = { period, tiers: tiersOf(period), by: person.id, at: now, publicity }
  const published = await publishFrozen(trx, about)
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'evaluate.publish',
    platformId: null,
    subject: period,
    fromState: 'frozen',
    toState: 'published',
    details: { results: published, ...publicity },
  })
  const publication = await findPublication(trx, period, now)
  if (!publication) throw new Error('a publication vanished while being made')
  return { period, published, publication }
})
