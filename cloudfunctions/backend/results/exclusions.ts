/** Which platforms are no longer part of a year's evaluation (RULES.md): decided by the province, each version kept. */
import type { Exclusion, ExclusionDecision, ExclusionGround } from '../../../src/shared/contract'
import type { Database, Trx } from '../database'

/** The exclusions in force, for joins: one row a platform and year that is left out. */
export function exclusionsInForce(database: Database | Trx) {
  return database
    .selectFrom((eb) =>
      eb
        .selectFrom('exclusions')
        .distinctOn(['platform_id', 'year'])
        .select(['platform_id', 'year', 'ground', 'reason', 'decided_at'])
        .orderBy('platform_id')
        .orderBy('year')
        .orderBy('version', 'desc')
        .as('newest'),
    )
    .select(['platform_id', 'year', 'ground', 'reason', 'decided_at'])
    .where('ground', 'is not', null)
}

/** Why a platform is left out of a year's evaluation; null as a rule. */
export async function exclusionOf(
  database: Database | Trx,
  platformId: string,
  year: string,
): Promise<Exclusion | null> {
  const row = await exclusionsInForce(database)
    .where('platform_id', '=', platformId)
    .where('year', '=', year)
    .executeTakeFirst()
  if (!row?.ground) return null
  return { ground: row.ground, reason: row.reason, at: row.decided_at.toISOString() }
}

/** All decisions of a year, or those on one platform, the newest first. */
export async function listExclusions(
  database: Database | Trx,
  year: string,
  platformId?: string,
): Promise<ExclusionDecision[]> {
  const rows = await database
    .selectFrom('exclusions')
    .innerJoin('platforms', 'platforms.id', 'exclusions.platform_id')
    .innerJoin('people', 'people.id', 'exclusions.decided_by')
    .select(['platforms.id', 'platforms.name', 'platforms.tier', 'platforms.area_code as areaCode'])
    .select(['exclusions.year', 'exclusions.version', 'exclusions.ground', 'exclusions.reason'])
    .select(['people.name as by', 'exclusions.decided_at as at'])
    .where('exclusions.year', '=', year)
    .$if(platformId !== undefined, (query) => query.where('platforms.id', '=', platformId ?? ''))
    .orderBy('exclusions.decided_at', 'desc')
    .orderBy('exclusions.version', 'desc')
    .execute()
  return rows.map(({ id, name, tier, areaCode, at, ...decision }) => ({
    platform: { id, name, tier, areaCode },
    ...decision,
    at: at.toISOString(),
  }))
}

/** Stores a new version; false if somebody else has stored one of that number meanwhile. */
export async function addExclusion(
  trx: Trx,
  decision: {
    platformId: string
    year: string
    version: number
    ground: ExclusionGround | null
    reason: string
    by: string
    at: Date
  },
): Promise<boolean> {
  const made = await trx
    .insertInto('exclusions')
    .values({
      platform_id: decision.platformId,
      year: decision.year,
      version: decision.version,
      ground: decision.ground,
      reason: decision.reason,
      decided_by: decision.by,
      decided_at: decision.at,
    })
    .onConflict((conflict) => conflict.columns(['platform_id', 'year', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return made !== undefined
}
