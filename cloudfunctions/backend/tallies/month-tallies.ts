/**
 * Tallies of platform-months, stored with the version of the month that they were made from. Whoever changes
 * a month raises its version in the same transaction; a tally made from another version, or before a duty
 * of the month fell due, is stale.
 */
import { sql } from 'kysely'
import type { CountableRecord } from '../../../src/shared/records'
import { canonicalJson } from '../../../src/shared/records'
import { emptyTally, mergeTallies, tally, tallySchema, type Tally } from '../../../src/shared/scoring'
import type { Database, Trx } from '../database'
import {
  countableOf,
  countsEnterprises,
  readEnterprises,
  readRecords,
  readSaid,
  rowsOfMonth,
  rowsOfSaid,
  withEnterprises,
  type PlatformMonth,
  type TalliedPlatform,
} from './countable-rows'
import { dueTimesIn } from './duties'
import { tallyOnly } from './family'
import type { StoredRubric } from './rubrics'

/** The months of a platform that somebody wants to have tallied under a rubric. */
export type Want = {
  platform: TalliedPlatform
  rubric: StoredRubric
  months: readonly string[]
  /** Only these facts are tallied, of a county for its city; absent = all. */
  facts?: readonly string[]
}
export type StaleMonth = Omit<Want, 'months'> & {
  month: string
  /** As it was before its rows are read: what is added meanwhile makes the tally stale again, never wrong. */
  version: number
}

/** Platform-months of which all rows are read at once; bounds the memory of a first run over a whole year. */
const SLICE = 100

/** No id holds a line break. */
const keyOf = (...parts: string[]) => parts.join('\n')
const tallyKey = (platformId: string, rubric: StoredRubric, month: string) =>
  keyOf(platformId, rubric.id, rubric.version, month)

function asked(wants: readonly Want[]): { platformIds: string[]; months: string[] } {
  return {
    platformIds: [...new Set(wants.map(({ platform }) => platform.id))],
    months: [...new Set(wants.flatMap(({ months }) => months))].sort(),
  }
}

/** The wanted months whose tally is missing or stale at `now`. */
export async function staleMonths(
  database: Database | Trx,
  wants: readonly Want[],
  now: Date,
): Promise<StaleMonth[]> {
  const { platformIds, months } = asked(wants)
  if (platformIds.length === 0 || months.length === 0) return []
  const versions = await database
    .selectFrom('month_versions')
    .select(['platform_id', 'month', 'version'])
    .where('platform_id', 'in', platformIds)
    .where('month', 'in', months)
    .execute()
  const made = await database
    .selectFrom('month_tallies')
    .select(['platform_id', 'month', 'rubric_id', 'rubric_version', 'made_from_version', 'computed_at'])
    .where('platform_id', 'in', platformIds)
    .where('month', 'in', months)
    .execute()
  const versionOf = new Map(versions.map((row) => [keyOf(row.platform_id, row.month), row.version]))
  const madeOf = new Map(
    made.map((row) => [keyOf(row.platform_id, row.rubric_id, row.rubric_version, row.month), row]),
  )
  const dueTimes = new Map<string, number[]>()
  /** Has a duty of the month fallen due since the tally was made? */
  const lacksDuty = (rubric: StoredRubric, month: string, madeAt: Date): boolean => {
    const key = keyOf(rubric.id, rubric.version, month)
    const known = dueTimes.get(key) ?? dueTimesIn(rubric.rubric.period, month)
    dueTimes.set(key, known)
    return known.some((due) => due > madeAt.getTime() && due <= now.getTime())
  }
  return wants.flatMap(({ months, ...about }) =>
    months.flatMap((month) => {
      const { platform, rubric } = about
      const version = versionOf.get(keyOf(platform.id, month)) ?? 0
      const own = madeOf.get(tallyKey(platform.id, rubric, month))
      const current = own?.made_from_version === version
      if (own && current && !lacksDuty(rubric, month, own.computed_at)) return []
      return [{ ...about, month, version }]
    }),
  )
}

/** Tallies months from their rows as they are now; calls `take` with each. Reads the rows of a month once, for all rubrics. */
async function tallyMonths(
  database: Database | Trx,
  stale: readonly StaleMonth[],
  now: Date,
  take: (stale: StaleMonth, tally: Tally) => void,
): Promise<void> {
  const slices = new Map<string, StaleMonth[]>()
  for (const each of stale) {
    const key = keyOf(each.platform.id, each.month)
    slices.set(key, [...(slices.get(key) ?? []), each])
  }
  const months = [...slices.values()]
  for (let at = 0; at < months.length; at += SLICE) {
    const slice = months.slice(at, at + SLICE)
    const pairs = slice.flatMap(([first]): PlatformMonth[] =>
      first ? [{ platformId: first.platform.id, month: first.month }] : [],
    )
    const said = await readSaid(
      database,
      pairs.map(({ platformId }) => platformId),
    )
    const records = await readRecords(database, pairs, ['approved'])
    const byMonth = new Map<string, CountableRecord[]>()
    for (const row of records) {
      const key = keyOf(row.platformId, row.month)
      const rows = byMonth.get(key)
      if (rows) rows.push(countableOf(row))
      else byMonth.set(key, [countableOf(row)])
    }
    const byEnterprise = slice.flat().some(({ rubric }) => countsEnterprises(rubric.rubric))
    const activities = records.filter(({ payload }) => payload.kind === 'activity')
    const codes = byEnterprise ? await readEnterprises(database, activities) : null
    for (const each of slice.flat()) {
      const { platform, rubric, month, facts } = each
      const own = byMonth.get(keyOf(platform.id, month)) ?? []
      const rows = codes ? own.map((row) => withEnterprises(row, codes)) : own
      const others = rowsOfMonth(rowsOfSaid(rubric.rubric, platform, said, now), month)
      const made = tally(rubric.rubric, [...rows, ...others])
      take(each, facts ? tallyOnly(made, facts) : made)
    }
  }
}

/**
 * Stores the tallies of stale months; returns how many platform-months were read. Two runs at once write the
 * same bytes, and the one that knows the newer version wins.
 */
export async function bringUpToDate(trx: Trx, stale: readonly StaleMonth[], now: Date): Promise<number> {
  const rows: {
    platform_id: string
    month: string
    rubric_id: string
    rubric_version: string
    tally: string
    made_from_version: number
    computed_at: Date
  }[] = []
  await tallyMonths(trx, stale, now, ({ platform, rubric, month, version }, made) => {
    rows.push({
      platform_id: platform.id,
      month,
      rubric_id: rubric.id,
      rubric_version: rubric.version,
      tally: canonicalJson(made),
      made_from_version: version,
      computed_at: now,
    })
  })
  // In the order of the key, so that two runs at once wait for each other instead of blocking each other.
  rows.sort((a, b) =>
    keyOf(a.platform_id, a.month, a.rubric_id) < keyOf(b.platform_id, b.month, b.rubric_id) ? -1 : 1,
  )
  for (let at = 0; at < rows.length; at += 500) {
    await trx
      .insertInto('month_tallies')
      .values(rows.slice(at, at + 500))
      .onConflict((conflict) =>
        conflict
          .columns(['platform_id', 'month', 'rubric_id', 'rubric_version'])
          .doUpdateSet((eb) => ({
            tally: sql<string>`excluded.tally`,
            made_from_version: eb.ref('excluded.made_from_version'),
            computed_at: eb.ref('excluded.computed_at'),
          }))
          .whereRef('month_tallies.made_from_version', '<=', 'excluded.made_from_version'),
      )
      .execute()
  }
  return new Set(rows.map((row) => keyOf(row.platform_id, row.month))).size
}

/** The tallies of wanted months by month; with `fresh`, months that are stale are tallied anew, unstored. */
export type MonthTallies = (platformId: string, rubric: StoredRubric, months: readonly string[]) => Tally

/**
 * Reads stored tallies. `stale` are months to be tallied now instead, without storing them. The answer merges
 * the months asked for; a month without a tally counts as empty.
 */
export async function readTallies(
  database: Database | Trx,
  wants: readonly Want[],
  stale: readonly StaleMonth[] = [],
  now: Date = new Date(0),
): Promise<MonthTallies> {
  const { platformIds, months } = asked(wants)
  const tallies = new Map<string, Tally>()
  if (platformIds.length > 0 && months.length > 0) {
    const rows = await database
      .selectFrom('month_tallies')
      .select(['platform_id', 'month', 'rubric_id', 'rubric_version', 'tally'])
      .where('platform_id', 'in', platformIds)
      .where('month', 'in', months)
      .where('rubric_id', 'in', [...new Set(wants.map(({ rubric }) => rubric.id))])
      .where('rubric_version', 'in', [...new Set(wants.map(({ rubric }) => rubric.version))])
      .execute()
    const wanted = new Set(wants.map(({ platform, rubric }) => keyOf(platform.id, rubric.id, rubric.version)))
    for (const row of rows) {
      if (!wanted.has(keyOf(row.platform_id, row.rubric_id, row.rubric_version))) continue
      const key = keyOf(row.platform_id, row.rubric_id, row.rubric_version, row.month)
      tallies.set(key, tallySchema.parse(row.tally))
    }
  }
  await tallyMonths(database, stale, now, ({ platform, rubric, month }, made) => {
    tallies.set(tallyKey(platform.id, rubric, month), made)
  })
  return (platformId, rubric, wanted) =>
    wanted.reduce(
      (sum, month) => mergeTallies(sum, tallies.get(tallyKey(platformId, rubric, month)) ?? emptyTally),
      emptyTally,
    )
}

/** Has any tally of these months been made after an instant? */
export async function talliedSince(
  database: Database | Trx,
  months: readonly string[],
  since: Date,
): Promise<boolean> {
  if (months.length === 0) return false
  const row = await database
    .selectFrom('month_tallies')
    .select('month')
    .where('month', 'in', [...months])
    .where('computed_at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
