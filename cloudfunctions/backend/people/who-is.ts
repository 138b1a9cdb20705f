/** From an openid to a person and what they are members of. */
import { randomUUID } from 'node:crypto'
import type { Membership } from '../../../src/shared/contract'
import type { Database, Trx } from '../database'

export type Known = { person: { id: string; name: string }; memberships: Membership[] }

async function find(
  database: Database | Trx,
  by: 'people.openid' | 'people.id',
  value: string,
): Promise<Known | null> {
  const rows = await database
    .selectFrom('people')
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.person_id', '=', 'people.id').on('memberships.revoked_at', 'is', null),
    )
    .leftJoin('platforms', 'platforms.id', 'memberships.platform_id')
    .select(['people.id as person_id', 'people.name as person_name'])
    .select(['memberships.id', 'memberships.role', 'memberships.area_code'])
    .select([
      'platforms.id as platform_id',
      'platforms.name',
      'platforms.tier',
      'platforms.area_code as platform_area',
    ])
    .where(by, '=', value)
    .orderBy('memberships.granted_at')
    .orderBy('memberships.id')
    .execute()
  const first = rows[0]
  if (!first) return null
  const memberships: Membership[] = []
  for (const { id, role, platform_id, name, tier, platform_area, area_code } of rows) {
    if (id === null || role === null) continue
    const platform =
      platform_id !== null && name !== null && tier !== null && platform_area !== null
        ? { id: platform_id, name, tier, areaCode: platform_area }
        : null
    memberships.push({ id, role, platform, areaCode: area_code })
  }
  return { person: { id: first.person_id, name: first.person_name }, memberships }
}

/** The memberships of a person in force now. */
export async function membershipsOf(trx: Trx, personId: string): Promise<Membership[]> {
  const known = await find(trx, 'people.id', personId)
  return known?.memberships ?? []
}

/** The person of an openid with the memberships in force; a person comes to exist at their first call. */
export async function whoIs(database: Database | Trx, openid: string): Promise<Known> {
  const known = await find(database, 'people.openid', openid)
  if (known) return known
  // Two first calls at once: one inserts, both find.
  await database
    .insertInto('people')
    .values({ id: randomUUID(), openid })
    .onConflict((conflict) => conflict.column('openid').doNothing())
    .execute()
  const made = await find(database, 'people.openid', openid)
  if (!made) throw new Error('a person vanished while being made')
  return made
}
