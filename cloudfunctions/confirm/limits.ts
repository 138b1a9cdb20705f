/** How often one person, and everybody at one activity, may try. Never by address: a whole hall shares one. */
import { countTry, type Call, type RateLimit } from '../backend'
import { findToken } from '../backend/participations'
import { hashToken } from './token'

const minute = (hits: number): RateLimit => ({ hits, seconds: 60 })

const perPerson = {
  open: minute(30),
  confirm: minute(12),
  rate: minute(12),
  lookUp: minute(60),
  issueCode: minute(30),
} as const
/** A hall of hundreds confirms within a minute when the speaker shows the code. */
const perActivity = minute(1_200)

export async function limitPerson(call: Call, action: keyof typeof perPerson): Promise<void> {
  await countTry(call.database, [`confirm.${action}`, call.person.id], perPerson[action], call.now)
}

/** Counts a try by the person and, for a known token, at its activity. Refuses with RATE_LIMITED. */
export async function limitToken(call: Call, action: 'open' | 'confirm', token: string): Promise<void> {
  await limitPerson(call, action)
  const stored = await findToken(call.database, hashToken(token))
  if (stored) {
    await countTry(call.database, [`confirm.${action}`, 'activity', stored.activityId], perActivity, call.now)
  }
}
