/** One-time codes that make their reader a member. Only the hash of a code is kept. */
import { createHash, randomInt, randomUUID } from 'node:crypto'
import { Refusal } from '../../../src/shared/contract'
import type { Trx } from '../database'

/** Without the letters and digits that look alike on paper (0 O, 1 I L, 2 Z, 5 S, 8 B). */
const ALPHABET = '34679ACDEFGHJKMNPQRTUVWXY'
const LENGTH = 10

export type Offer = {
  role: 'staff' | 'manager' | 'reviewer'
  platformId: string | null
  areaCode: string | null
}

/** A new code of ten characters (46 bits); it is typed by hand, so it comes in two groups. */
export function newInvitationCode(): string {
  const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

function hashOf(code: string): string {
  const normal = code.replace(/[\s-]/g, '').toUpperCase()
  return createHash('sha256').update(`invitation ${normal}`).digest('hex')
}

/** Stores an invitation and returns its id. */
export async function addInvitation(
  trx: Trx,
  code: string,
  offer: Offer,
  by: { personId: string; now: Date; expiresAt: Date },
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('invitations')
    .values({
      id,
      code_hash: hashOf(code),
      role: offer.role,
      platform_id: offer.platformId,
      area_code: offer.areaCode,
      created_by: by.personId,
      created_at: by.now,
      expires_at: by.expiresAt,
    })
    .execute()
  return id
}

export type Redeemed = Offer & { id: string; invitedBy: string; again: boolean }

/**
 * Uses a code up for a person. `again` = this person has used it before, which is a repeat and no fault.
 * Refuses with INVITATION_UNKNOWN, INVITATION_USED or INVITATION_EXPIRED.
 */
export async function redeemInvitation(
  trx: Trx,
  code: string,
  by: { personId: string; now: Date },
): Promise<Redeemed> {
  // Two people with one code: the second waits here and then finds it used.
  const found = await trx
    .selectFrom('invitations')
    .selectAll()
    .where('code_hash', '=', hashOf(code))
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('INVITATION_UNKNOWN')
  const redeemed = {
    id: found.id,
    role: found.role,
    platformId: found.platform_id,
    areaCode: found.area_code,
    invitedBy: found.created_by,
  }
  if (found.used_by !== null) {
    if (found.used_by === by.personId) return { ...redeemed, again: true }
    throw new Refusal('INVITATION_USED')
  }
  if (found.expires_at <= by.now) throw new Refusal('INVITATION_EXPIRED')
  await trx
    .updateTable('invitations')
    .set({ used_by: by.personId, used_at: by.now })
    .where('id', '=', found.id)
    .execute()
  return { ...redeemed, again: false }
}
