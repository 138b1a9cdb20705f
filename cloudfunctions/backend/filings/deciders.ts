/**
 * Who signs a filing off (审定): the department of the platform's own level (P-g). Where it has nobody here, the
 * nearest one above; where no reviewer covers the platform at all, the province.
 */
import type { Membership } from '../../../src/shared/contract'
import type { Database, Trx } from '../database'
import { areaPrefix } from '../policies'

/** The areas that have a reviewer now. */
export async function reviewedAreas(database: Database | Trx): Promise<string[]> {
  const rows = await database
    .selectFrom('memberships')
    .select('area_code')
    .distinct()
    .where('role', '=', 'reviewer')
    .where('revoked_at', 'is', null)
    .execute()
  return rows.flatMap(({ area_code }) => area_code ?? [])
}

/** The area whose reviewers decide on a platform; null = the province does. Pure. */
export function decidingArea(areaCode: string, areas: readonly string[]): string | null {
  const covering = areas.filter((area) => areaCode.startsWith(areaPrefix(area)))
  return covering.sort((a, b) => areaPrefix(b).length - areaPrefix(a).length)[0] ?? null
}

/** Whether somebody with these memberships decides on a platform. Pure. */
export function decidesOn(
  memberships: readonly Membership[],
  areaCode: string,
  areas: readonly string[],
): boolean {
  const area = decidingArea(areaCode, areas)
  return memberships.some((membership) =>
    area === null
      ? membership.role === 'province'
      : membership.role === 'reviewer' && membership.areaCode === area,
  )
}
