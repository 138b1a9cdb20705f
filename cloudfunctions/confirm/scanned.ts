/** What a scanned token leads to; every refusal on the way is kept with its reason. */
import { Refusal } from '../../src/shared/contract'
import type { Context } from '../backend'
import {
  findActivity,
  findToken,
  keepRefusedAttempt,
  type StoredActivity,
  type StoredToken,
} from '../backend/participations'
import { hashToken } from './token'

export type Scanned = { hash: string; token: StoredToken; activity: StoredActivity }

/** Runs `work` on what a token leads to, and keeps the attempt if it ends in a refusal. */
export async function withScanned<Result>(
  context: Context,
  action: 'open' | 'confirm',
  token: string,
  work: (scanned: Scanned) => Promise<Result>,
): Promise<Result> {
  const hash = hashToken(token)
  const stored = await findToken(context.trx, hash)
  try {
    return await work({ hash, ...(await lookUpToken(context, stored, action === 'confirm')) })
  } catch (error) {
    if (error instanceof Refusal) {
      const { code } = error
      context.afterRefusal((trx) =>
        keepRefusedAttempt(trx, {
          at: context.now,
          personId: context.person.id,
          action: `confirm.${action}`,
          code,
          tokenHash: hash,
          platformId: stored?.platformId ?? null,
          activityId: stored?.activityId ?? null,
        }),
      )
    }
    throw error
  }
}

async function lookUpToken(context: Context, token: StoredToken | null, hold: boolean) {
  if (!token) throw new Refusal('TOKEN_UNKNOWN')
  if (token.revokedAt && token.revokedAt <= context.now) throw new Refusal('TOKEN_REVOKED')
  const activity = await findActivity(context.trx, token.activityId, { hold })
  // Withdrawn, or rewritten into something else: nothing to confirm. A returned one has still taken place.
  if (!activity || activity.state === 'withdrawn') throw new Refusal('TOKEN_REVOKED')
  return { token, activity }
}
