/** Staff scanned the codes of people on the spot: those people are confirmed for their enterprise. */
import type { ParsedInput } from '../../src/shared/contract'
import { confirmPerson, findPersonCode, hashPersonCode, type Context } from '../backend'
import { verifyParticipations, type StoredActivity } from '../backend/participations'
import { byServerClock } from './clock'

/** How much later than it was scanned a code may arrive: staff work without network. */
const LATE_ARRIVAL_MS = 24 * 60 * 60 * 1000

/** A code that is unknown, out of its time, of another enterprise or of the caller confirms nobody, and is no fault. */
export async function seenOnTheSpot(
  { trx, now, person }: Context,
  activity: StoredActivity,
  { entries, sentAt }: Pick<ParsedInput<'confirm', 'enter'>, 'entries' | 'sentAt'>,
): Promise<void> {
  const platformId = activity.platform.id
  const seen: string[] = []
  for (const { source, personCode, enterprise, at } of entries) {
    if (source !== 'staff-scan' || personCode === undefined) continue
    const code = await findPersonCode(trx, hashPersonCode(personCode))
    if (code?.creditCode !== enterprise.creditCode || code.personId === person.id) continue
    const scannedAt = byServerClock(at, sentAt, now.getTime())
    const inItsTime = scannedAt >= code.createdAt.getTime() && scannedAt <= code.expiresAt.getTime()
    if (!inItsTime || now.getTime() - scannedAt > LATE_ARRIVAL_MS) continue
    const { personId, creditCode } = code
    seen.push(creditCode)
    await confirmPerson(trx, { personId, creditCode, how: 'code', by: person.id, platformId, now })
  }
  await verifyParticipations(trx, platformId, activity.id, seen)
}
