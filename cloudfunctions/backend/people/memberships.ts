/** Making people members, and naming them. */
import { randomUUID } from 'node:crypto'
import type { Role } from '../../../src/shared/contract'
import type { Trx } from '../database'

export type Grant = {
  personId: string
  role: Role
  platformId: string | null
  areaCode: string | null
  /** Null for what the product grants by itself, and for the first one of the province. */
  grantedBy: string | null
  now: Date
}

/** Makes a person a member; who is one already stays one. Returns whether it was news. */
export async function grantMembership(trx: Trx, grant: Grant): Promise<boolean> {
  const made = await trx
    .insertInto('memberships')
    .values({
      id: randomUUID(),
      person_id: grant.personId,
      role: grant.role,
      platform_id: grant.platformId,
      area_code: grant.areaCode,
      granted_by: grant.grantedBy,
      granted_at: grant.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function renamePerson(trx: Trx, personId: string, name: string): Promise<void> {
  await trx.updateTable('people').set({ name }).where('id', '=', personId).execute()
}
