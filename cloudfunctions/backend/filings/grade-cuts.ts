/** The cut lines of grades: entered by the province for a year and class, each version kept (D2). */
import { z } from 'zod'
import { periodKind } from '../../../src/shared/calendar'
import { cutSchema, type GradeCuts, type Tier } from '../../../src/shared/contract'
import { canonicalJson } from '../../../src/shared/records'
import type { Database, Trx } from '../database'

export type CutTier = GradeCuts['tier']
export type Cut = GradeCuts['cuts'][number]

const cutsSchema = z.array(cutSchema)

/** All versions of a year, the newest first. */
export async function listGradeCuts(database: Database | Trx, year: string): Promise<GradeCuts[]> {
  const rows = await database
    .selectFrom('grade_cuts')
    .innerJoin('people', 'people.id', 'grade_cuts.set_by')
    .select(['year', 'tier', 'version', 'cuts', 'reason', 'people.name as by', 'set_at as at'])
    .where('year', '=', year)
    .orderBy('tier')
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, cuts: cutsSchema.parse(row.cuts), at: row.at.toISOString() }))
}

/** The cut lines in force; null where none were entered or they were taken back: then no grade is given. */
export async function gradeCutsInForce(
  database: Database | Trx,
  year: string,
  tier: CutTier,
): Promise<Cut[] | null> {
  const row = await database
    .selectFrom('grade_cuts')
    .select('cuts')
    .where('year', '=', year)
    .where('tier', '=', tier)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const cuts = row ? cutsSchema.parse(row.cuts) : []
  return cuts.length > 0 ? cuts : null
}

export type CutsOf = (tier: Tier) => Cut[] | null

/**
 * With which cut lines the results of a period are graded. Grades are of the annual evaluation alone (RULES.md):
 * none for a month or quarter, for the provincial platform, which has no class, and where no lines are in force.
 */
export async function cutsOf(database: Database | Trx, period: string): Promise<CutsOf> {
  if (periodKind(period) !== 'year') return () => null
  const city = await gradeCutsInForce(database, period, 'city')
  const county = await gradeCutsInForce(database, period, 'county')
  return (tier) => (tier === 'city' ? city : tier === 'county' ? county : null)
}

type NewCuts = {
  year: string
  tier: CutTier
  version: number
  cuts: readonly Cut[]
  reason: string
  by: string
  at: Date
}

/** Stores a new version; false if somebody else has stored one of that number meanwhile. */
export async function addGradeCuts(trx: Trx, set: NewCuts): Promise<boolean> {
  const made = await trx
    .insertInto('grade_cuts')
    .values({
      ...{ year: set.year, tier: set.tier, version: set.version, reason: set.reason },
      cuts: JSON.stringify(set.cuts),
      set_by: set.by,
      set_at: set.at,
    })
    .onConflict((conflict) => conflict.columns(['year', 'tier', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return made !== undefined
}

/** The lines in force if the same person has set these very ones already: a repeat whose first answer was lost. */
export async function repeatedGradeCuts(trx: Trx, set: NewCuts): Promise<GradeCuts | null> {
  const newest = (await listGradeCuts(trx, set.year)).find(({ tier }) => tier === set.tier)
  const says = ({ version, cuts, reason }: Omit<NewCuts, 'by' | 'at' | 'year' | 'tier'>) =>
    canonicalJson({ version, reason, cuts: cuts.map(({ grade, from }) => ({ grade, from })) })
  if (!newest || says(newest) !== says(set)) return null
  const { set_by } = await trx
    .selectFrom('grade_cuts')
    .select('set_by')
    .where('year', '=', set.year)
    .where('tier', '=', set.tier)
    .where('version', '=', set.version)
    .executeTakeFirstOrThrow()
  return set_by === set.by ? newest : null
}
