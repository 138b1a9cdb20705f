/** What the card of a platform rests on: its rubric, its months so far, and the counties whose work counts too. */
import { monthsOf, spanOf } from '../../../src/shared/calendar'
import { tiers, type Platform, type Tier } from '../../../src/shared/contract'
import { sumTallies, type Tally } from '../../../src/shared/scoring'
import type { Database, Trx } from '../database'
import { isCountyOf, sharedFacts } from './family'
import type { MonthTallies } from './month-tallies'
import type { Want } from './wants'
import { rubricInForce, type StoredRubric } from './rubrics'
import { monthsUntil } from './when'

export type PlatformSince = Platform & { createdAt: Date }

export type Basis = {
  platform: PlatformSince
  /** Of a city whose rubric counts its counties' work for some facts; else empty. */
  counties: PlatformSince[]
  rubric: StoredRubric
  /** The months of the rubric's period up to the end of the period asked for. */
  months: string[]
}

/** Every platform in the order of the area codes, a city before its counties. */
export async function allPlatforms(database: Database | Trx): Promise<PlatformSince[]> {
  return database
    .selectFrom('platforms')
    .select(['id', 'name', 'tier', 'area_code as areaCode', 'created_at as createdAt'])
    .orderBy('area_code')
    .execute()
}

/**
 * The bases of platforms for the year so far up to a day, under the rubrics in force on that day; a platform
 * without one is left out. `all` are the platforms among which counties are looked for.
 */
export async function basesOf(
  database: Database | Trx,
  platforms: readonly PlatformSince[],
  all: readonly PlatformSince[],
  date: string,
): Promise<Basis[]> {
  const rubrics = new Map<Tier, StoredRubric>()
  for (const tier of tiers) {
    if (!platforms.some((platform) => platform.tier === tier)) continue
    const rubric = await rubricInForce(database, tier, date)
    if (rubric) rubrics.set(tier, rubric)
  }
  return platforms.flatMap((platform) => {
    const rubric = rubrics.get(platform.tier)
    if (!rubric) return []
    return [basisUnder(rubric, platform, all, date)]
  })
}

/** The basis of a platform for the year so far up to a day, under a rubric whether or not it is the one in force. */
export function basisUnder(
  rubric: StoredRubric,
  platform: PlatformSince,
  all: readonly PlatformSince[],
  date: string,
): Basis {
  const shares = sharedFacts(rubric.rubric).length > 0
  const counties = shares ? all.filter((other) => isCountyOf(other, platform)) : []
  return { platform, counties, rubric, months: monthsUntil(rubric.rubric.period, date) }
}

/** The platform-months that a basis is made of. */
export function wantsOf({ platform, counties, rubric, months }: Basis): Want[] {
  const own = { platform, rubric, months }
  if (counties.length === 0) return [own]
  const facts = sharedFacts(rubric.rubric)
  return [own, ...counties.map((county) => ({ platform: county, rubric, months, facts }))]
}

/** The tally of a basis over some of its months: its own, and what its counties add to the facts that they share. */
export function tallyOf(tallies: MonthTallies, basis: Basis, months: readonly string[]): Tally {
  const { platform, counties, rubric } = basis
  return sumTallies([platform, ...counties].map(({ id }) => tallies(id, rubric, months)))
}

/** The months of a period that belong to a basis. */
export function monthsWithin(basis: Basis, period: string): string[] {
  const own = new Set(monthsOf(period))
  return basis.months.filter((month) => own.has(month))
}

/** The last day of a period: the day whose rubric is in force for it. */
export function lastDayOf(period: string): string {
  return spanOf(period).to
}
