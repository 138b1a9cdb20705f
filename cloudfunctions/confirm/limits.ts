/** How often one person, and everybody at one activity, may try. Never by address: a whole hall shares one. */
import type { ErrorCode } from '../../src/shared/contract'
import { countTry, type Call, type RateLimit } from '../backend'
import { findToken, keepRefusedAttempt, type RefusedAttempt } from '../backend/participations'
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

export async function limitPerson(
  call: Call,
  action: keyof typeof perPerson,
  onFirstOver?: () => Promise<void>,
): Promise<void> {
  const key = [`confirm.${action}`, call.person.id] as const
  await countTry(call.database, key, perPerson[action], call.now, onFirstOver)
}

/**
 * Counts a try by the person and, for a known token, at its activity. Refuses with RATE_LIMITED, and keeps the
 * first such attempt of each window.
 */
export async function limitToken(call: Call, action: 'open' | 'confirm', token: string): Promise<void> {
  const { database, now } = call
  const tokenHash = hashToken(token)
  const stored = await findToken(database, tokenHash)
  const keep = () => keepAttempt(call, action, 'RATE_LIMITED', { ...nowhere, ...stored, tokenHash })
  await limitPerson(call, action, keep)
  if (stored) {
    await countTry(database, [`confirm.${action}`, 'activity', stored.activityId], perActivity, now, keep)
  }
}

/** Counts a try that has not even the form of one, and keeps it: somebody is trying something out. */
export async function limitFormless(call: Call, action: 'open' | 'confirm'): Promise<void> {
  await limitPerson(call, action, () => keepAttempt(call, action, 'RATE_LIMITED', nowhere))
  await keepAttempt(call, action, 'INVALID_INPUT', nowhere)
}

const nowhere = { tokenHash: null, platformId: null, activityId: null }
type Where = Pick<RefusedAttempt, 'tokenHash' | 'platformId' | 'activityId'>

async function keepAttempt(
  { database, now, person }: Call,
  action: 'open' | 'confirm',
  code: ErrorCode,
  { tokenHash, platformId, activityId }: Where,
): Promise<void> {
  const attempt = { at: now, personId: person.id, action: `confirm.${action}`, code }
  await keepRefusedAttempt(database, { ...attempt, tokenHash, platformId, activityId })
}
