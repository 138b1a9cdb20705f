/** Tallying months from their records, a portion at a time: however many records there are, few are held at once. */
import { canonicalJson, type CountableRecord } from '../../../src/shared/records'
import { datesByAct, type Rubric } from '../../../src/shared/rubric'
import { mergeTallies, tally, type Tally } from '../../../src/shared/scoring'
import type { Database, Trx } from '../database'
import { readSaid, rowsOfMonth, rowsOfSaid } from './countable-rows'
import { tallyOnly } from './family'
import { keyOf } from './keys'
import { approvedPage, countRecords, type PlatformMonth } from './month-records'
import type { StaleMonth } from './wants'
import type { CountedRow } from './month-records'
import { monthCounted, monthsToRead, seeing, type See } from './records-under'

/** Records held at once, and so about what a portion has. */
const RECORDS = 5_000
/** Platform-months of which the records are counted, and so the most that a portion has. */
const MONTHS = 100

/**
 * Stale months in portions of about as many records as are held at once; a month with more is a portion by itself.
 * What is stale of one platform-month under several rubrics stays together, since its records are read once.
 */
export async function* portionsOf(
  database: Database | Trx,
  stale: readonly StaleMonth[],
): AsyncGenerator<StaleMonth[]> {
  const byMonth = new Map<string, StaleMonth[]>()
  for (const each of stale) {
    const key = keyOf(each.platform.id, each.month)
    const known = byMonth.get(key)
    if (known) known.push(each)
    else byMonth.set(key, [each])
  }
  const months = [...byMonth]
  for (let at = 0; at < months.length; at += MONTHS) {
    const counted = months.slice(at, at + MONTHS)
    const counts = await countRecords(database, monthsOf(counted.flatMap(([, own]) => own)))
    let portion: StaleMonth[] = []
    let records = 0
    for (const [key, own] of counted) {
      const more = counts.get(key) ?? 0
      if (portion.length > 0 && records + more > RECORDS) {
        yield portion
        portion = []
        records = 0
      }
      portion.push(...own)
      records += more
    }
    yield portion
  }
}

function monthsOf(stale: readonly StaleMonth[]): PlatformMonth[] {
  const pairs = new Map(
    stale.map(({ platform, month }) => [keyOf(platform.id, month), { platformId: platform.id, month }]),
  )
  return [...pairs.values()]
}

/** One portion after another: those of `portionsOf`, or one that is at hand. */
export type Portions = AsyncIterable<readonly StaleMonth[]> | Iterable<readonly StaleMonth[]>

/** Tallies months from their rows as they are now; calls `take` with each. Reads the rows of a month once, for all rubrics. */
export async function tallyMonths(
  database: Database | Trx,
  portions: Portions,
  now: Date,
  take: (stale: StaleMonth, tally: Tally) => void,
): Promise<void> {
  for await (const portion of portions) {
    const tallies = await tallyRecords(database, portion)
    const said = await readSaid(
      database,
      portion.map(({ platform }) => platform.id),
    )
    for (const each of portion) {
      const { platform, rubric, month, facts } = each
      const others = rowsOfMonth(rowsOfSaid(rubric.rubric, platform, said, now), month)
      const own = tally(rubric.rubric, others)
      const records = tallies.get(each)
      const made = records ? mergeTallies(records, own) : own
      take(each, facts ? tallyOnly(made, facts) : made)
    }
  }
}

/** The tallies of a portion's records; of a month without records there is none. */
async function tallyRecords(
  database: Database | Trx,
  portion: readonly StaleMonth[],
): Promise<Map<StaleMonth, Tally>> {
  const tallies = new Map<StaleMonth, Tally>()
  for (const group of readTogether(portion)) {
    const months = await monthsOfGroup(database, group)
    await tallyPages(database, group, months, tallies)
  }
  return tallies
}

/**
 * What is read in one go: all that counts in the month that it is filed under; and for each rubric by which records may
 * count in other months, what it wants of a platform.
 */
function readTogether(portion: readonly StaleMonth[]): StaleMonth[][] {
  const groups = new Map<string, StaleMonth[]>()
  for (const each of portion) {
    const { id, version, rubric } = each.rubric
    const key = datesByAct(rubric) ? '' : keyOf(each.platform.id, id, version)
    const known = groups.get(key)
    if (known) known.push(each)
    else groups.set(key, [each])
  }
  return [...groups.values()]
}

async function monthsOfGroup(
  database: Database | Trx,
  group: readonly StaleMonth[],
): Promise<PlatformMonth[]> {
  const [first] = group
  if (!first || datesByAct(first.rubric.rubric)) return monthsOf(group)
  return monthsToRead(database, first.rubric.rubric, [first.platform.id], [])
}

/** Page by page. */
async function tallyPages(
  database: Database | Trx,
  group: readonly StaleMonth[],
  months: readonly PlatformMonth[],
  tallies: Map<StaleMonth, Tally>,
): Promise<void> {
  const rubrics = [...new Set(group.map(({ rubric }) => rubric.rubric))]
  let after: Awaited<ReturnType<typeof approvedPage>>['next']
  do {
    const { rows: page, next } = await approvedPage(database, months, after, RECORDS)
    const see = await seeing(database, rubrics, page)
    const views = viewsOf(rubrics, page, see)
    for (const each of group) {
      const rows = views.get(each.rubric.rubric)?.get(keyOf(each.platform.id, each.month))
      if (!rows) continue
      const made = tally(each.rubric.rubric, rows)
      const known = tallies.get(each)
      tallies.set(each, known ? mergeTallies(known, made) : made)
    }
    after = next
  } while (after)
}

/** The rows of a page as each rubric sees them, by platform and month; rubrics that see alike share one view. */
function viewsOf(
  rubrics: readonly Rubric[],
  page: readonly CountedRow[],
  see: See,
): Map<Rubric, Map<string, CountableRecord[]>> {
  const byRule = new Map<string, Map<string, CountableRecord[]>>()
  return new Map(
    rubrics.map((rubric) => {
      const rule = canonicalJson(rubric.completeness)
      const view = byRule.get(rule) ?? viewOf(rubric, page, see)
      byRule.set(rule, view)
      return [rubric, view]
    }),
  )
}

/** Rubrics that are read together either all date by the act, or are one. */
function viewOf(rubric: Rubric, page: readonly CountedRow[], see: See): Map<string, CountableRecord[]> {
  const byMonth = new Map<string, CountableRecord[]>()
  for (const row of page) {
    const countable = see(rubric, row)
    const key = keyOf(row.platformId, monthCounted(rubric, row, countable))
    const rows = byMonth.get(key)
    if (rows) rows.push(countable)
    else byMonth.set(key, [countable])
  }
  return byMonth
}
