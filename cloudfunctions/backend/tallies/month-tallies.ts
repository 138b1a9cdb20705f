/**
 * Tallies of platform-months, stored with the version of the month that they were made from. Whoever changes
 * a month raises its version in the same transaction; a tally made from another version, or before a duty
 * of the month fell due, is stale. Under a rubric by which a record may count in another month than its own, any
 * change of the platform makes all its tallies stale: their version is the sum of those of all its months.
 */
import { sql } from 'kysely'
import type { DueDays, Span } from '../../../src/shared/calendar'
import { canonicalJson } from '../../../src/shared/records'
import { datesByAct } from '../../../src/shared/rubric'
import { sumTallies, tallySchema, type Tally } from '../../../src/shared/scoring'
import type { Database, Trx } from '../database'
import { readDueDays } from '../due-days'
import { dueTimesIn } from './duties'
import { keyOf } from './keys'
import type { StoredRubric } from './rubrics'
import type { StaleMonth, Want } from './wants'
import { portionsOf, tallyMonths, type Portions } from './tally-months'

const tallyKey = (platformId: string, rubric: StoredRubric, month: string) =>
  keyOf(platformId, rubric.id, rubric.version, month)

function asked(wants: readonly Want[]): { platformIds: string[]; months: string[] } {
  return {
    platformIds: [...new Set(wants.map(({ platform }) => platform.id))],
    months: [...new Set(wants.flatMap(({ months }) => months))].sort(),
  }
}

/**
 * The wanted months whose tally is missing or stale at `now`. The database compares, so that only those travel.
 * `dueDays` are read where they are not at hand.
 */
export async function staleMonths(
  database: Database | Trx,
  wants: readonly Want[],
  now: Date,
  dueDays?: DueDays,
): Promise<StaleMonth[]> {
  if (wants.length === 0) return []
  const days = dueDays ?? (await readDueDays(database))
  const lastDue = new Map<string, string | null>()
  const asked = wants.flatMap(({ months, ...about }) =>
    months.map((month) => {
      const { id, version, rubric } = about.rubric
      const key = keyOf(id, version, month)
      const due = lastDue.has(key) ? lastDue.get(key) : lastDueIn(rubric.period, month, now, days)
      lastDue.set(key, due ?? null)
      return { about, month, due: due ?? null }
    }),
  )
  if (asked.length === 0) return []
  const isByAct = ({ rubric }: Pick<Want, 'rubric'>) => datesByAct(rubric.rubric)
  // Summed once a platform: summed for each of its months, the planner expects so much work that it compiles first.
  const wholePlatforms = [...new Set(wants.flatMap((want) => (isByAct(want) ? [] : want.platform.id)))]
  const { rows } = await sql<{ place: number; version: number }>`
    select wanted.place, current.version
    from unnest(
      ${asked.map(({ about }) => about.platform.id)}::text[],
      ${asked.map(({ month }) => month)}::text[],
      ${asked.map(({ about }) => about.rubric.id)}::text[],
      ${asked.map(({ about }) => about.rubric.version)}::text[],
      ${asked.map(({ due }) => due)}::timestamptz[],
      ${asked.map(({ about }) => isByAct(about))}::boolean[]
    ) with ordinality as wanted (platform_id, month, rubric_id, rubric_version, due, by_act, place)
    left join month_versions using (platform_id, month)
    left join (
      select platform_id, sum(version)::bigint as version from month_versions
      where platform_id = any(${wholePlatforms}::text[])
      group by platform_id
    ) as of_all using (platform_id)
    cross join lateral (
      select coalesce(case when wanted.by_act then month_versions.version else of_all.version end, 0) as version
    ) as current
    left join month_tallies made using (platform_id, month, rubric_id, rubric_version)
    where made.made_from_version is distinct from current.version
      or made.computed_at < wanted.due
    order by wanted.place`.execute(database)
  return rows.flatMap(({ place, version }) => {
    const found = asked[place - 1]
    return found ? [{ ...found.about, month: found.month, version }] : []
  })
}

/** The last duty that counts in a month and has fallen due: a tally made before then lacks it. */
function lastDueIn(period: Span, month: string, now: Date, days: DueDays): string | null {
  const due = dueTimesIn(period, month, days).filter((time) => time <= now.getTime())
  return due.length === 0 ? null : new Date(Math.max(...due)).toISOString()
}

/**
 * Stores the tallies of stale months; returns how many platform-months were read. Two runs at once write the
 * same bytes, and the one that knows the newer version wins.
 */
export async function bringUpToDate(trx: Trx, portions: Portions, now: Date): Promise<number> {
  const rows: {
    platform_id: string
    month: string
    rubric_id: string
    rubric_version: string
    tally: string
    made_from_version: number
    computed_at: Date
  }[] = []
  await tallyMonths(trx, portions, now, ({ platform, rubric, month, version }, made) => {
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
  await tallyMonths(database, portionsOf(database, stale), now, ({ platform, rubric, month }, made) => {
    tallies.set(tallyKey(platform.id, rubric, month), made)
  })
  return (platformId, rubric, wanted) =>
    sumTallies(wanted.flatMap((month) => tallies.get(tallyKey(platformId, rubric, month)) ?? []))
}
