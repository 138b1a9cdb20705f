/**
 * Records as a rubric sees them: which may count in some months, and with what it reads of them beyond the record
 * itself. A rubric that dates by the act finds them under their months; under any other a record may count in a month
 * that it is not filed under, so that all of the platform's are looked through.
 */
import { sql } from 'kysely'
import { monthOf, shanghaiDate } from '../../../src/shared/calendar'
import type { CountableRecord, ServerState } from '../../../src/shared/records'
import { datesByAct, dayOf, type Rubric } from '../../../src/shared/rubric'
import type { Database, Trx } from '../database'
import { countableOf, countsEnterprises, readEnterprises, withEnterprises } from './countable-rows'
import { readEvidence, readsEvidence } from './evidence'
import { readRecords, type CountedRow, type PlatformMonth, type RecordRow } from './month-records'

export type SeenRecord = {
  row: RecordRow
  /** As if it were approved as declared. */
  countable: CountableRecord
}

/** The records of platforms in some states that count in one of the months (`2023-04`) under a rubric, once approved. */
export async function recordsUnder(
  database: Database | Trx,
  rubric: Rubric,
  platformIds: readonly string[],
  months: readonly string[],
  states: readonly ServerState[],
): Promise<SeenRecord[]> {
  const rows = await readRecords(database, await monthsToRead(database, rubric, platformIds, months), states)
  const see = await seeing(database, [rubric], rows)
  const wanted = new Set(months)
  return rows.flatMap((row) => {
    const countable = see(rubric, row, true)
    return wanted.has(monthCounted(rubric, row, countable)) ? [{ row, countable }] : []
  })
}

/** The month in which a record counts under a rubric. */
export function monthCounted(rubric: Rubric, row: { month: string }, seen: CountableRecord): string {
  return datesByAct(rubric) ? row.month : monthOf(dayOf(rubric, seen))
}

/** The platform-months in which the records stand that may count in the months asked for. */
export async function monthsToRead(
  database: Database | Trx,
  rubric: Rubric,
  platformIds: readonly string[],
  months: readonly string[],
): Promise<PlatformMonth[]> {
  if (datesByAct(rubric)) {
    return platformIds.flatMap((platformId) => months.map((month) => ({ platformId, month })))
  }
  return database
    .selectFrom('records')
    .select(['platform_id as platformId', 'month'])
    .distinct()
    .where('platform_id', 'in', [...platformIds])
    .execute()
}

/** How a rubric, one of those named, sees a row. */
export type See = (rubric: Rubric, row: CountedRow, asApproved?: boolean) => CountableRecord

/**
 * How rubrics see these rows: by their rule of completeness, and with the enterprises at an activity, its evidence and
 * the day of entry, where one of them reads it.
 */
export async function seeing(
  database: Database | Trx,
  rubrics: readonly Rubric[],
  rows: readonly CountedRow[],
): Promise<See> {
  const activities = rows.filter(({ payload }) => payload.kind === 'activity')
  const codes = rubrics.some(countsEnterprises) ? await readEnterprises(database, activities) : null
  const isByEntry = rubrics.some(({ dating }) => dating.records === 'entry')
  const entered = isByEntry ? await readEntered(database, rows) : null
  const isWithEvidence = rubrics.some(({ completeness }) => readsEvidence(completeness))
  const evidence = isWithEvidence ? await readEvidence(database, activities) : null
  return ({ completeness }, row, asApproved) => {
    const own = countableOf(row, asApproved, completeness, evidence?.get(row.id))
    const seen = codes ? withEnterprises(own, codes) : own
    const day = entered?.get(row.id)
    return day === undefined ? seen : { ...seen, entered: day }
  }
}

/** The day (`YYYY-MM-DD`) on which each record first came in, by its id. */
async function readEntered(
  database: Database | Trx,
  records: readonly { platformId: string; id: string }[],
): Promise<Map<string, string>> {
  if (records.length === 0) return new Map()
  const { rows } = await sql<{ id: string; at: Date }>`
    select wanted.record_id as id, min(sent.received_at) as at
    from unnest(
      ${records.map(({ platformId }) => platformId)}::text[], ${records.map(({ id }) => id)}::uuid[]
    ) as wanted (platform_id, record_id)
    join record_revisions as sent using (platform_id, record_id)
    group by wanted.record_id`.execute(database)
  return new Map(rows.map(({ id, at }) => [id, shanghaiDate(at)]))
}
