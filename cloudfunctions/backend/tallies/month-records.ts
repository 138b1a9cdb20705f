/** The records of platform-months: read, read by pages, and counted. */
import { sql, type RawBuilder, type Selectable } from 'kysely'
import { recordPayload, type RecordPayload, type ServerState } from '../../../src/shared/records'
import type { Database, RecordsTable, Trx } from '../database'
import { readPayload } from '../readable-records'
import { keyOf } from './keys'

export type PlatformMonth = { platformId: string; month: string }

export type RecordRow = {
  platformId: string
  id: string
  month: string
  state: ServerState
  payload: RecordPayload
  approvedAttendances: number | null
  decidedBy: string | null
  decidedAt: Date | null
}

/** What the scoring core reads of a record. */
export type CountedRow = Pick<
  RecordRow,
  'platformId' | 'id' | 'month' | 'state' | 'payload' | 'approvedAttendances' | 'decidedAt'
>

/** Two parameters, however many months: a statement has no more than 65,535. */
const wanted = (months: readonly PlatformMonth[]) => sql`(
  select distinct * from unnest(
    ${months.map(({ platformId }) => platformId)}::text[], ${months.map(({ month }) => month)}::text[]
  )
) as wanted (platform_id, month)`

/**
 * Looked up month by month, by an index that knows the states too: the few that wait are found without reading the
 * many that are decided. Joined by their values, the planner may read all records there are (offset 0 forbids it).
 */
const recordsOf = (
  months: readonly PlatformMonth[],
  states: readonly ServerState[],
): RawBuilder<Selectable<RecordsTable>> => sql`(
  select found.* from ${wanted(months)} cross join lateral (
    select * from records
    where records.platform_id = wanted.platform_id and records.month = wanted.month
      and records.state = any(${[...states]}::text[])
    offset 0
  ) as found
)`

/** The records of some platform-months that are in one of these states. */
export async function readRecords(
  database: Database | Trx,
  months: readonly PlatformMonth[],
  states: readonly ServerState[],
): Promise<RecordRow[]> {
  if (months.length === 0) return []
  const rows = await database
    .selectFrom(recordsOf(months, states).as('records'))
    .select(['platform_id as platformId', 'id', 'month', 'state', 'payload'])
    .select(['approved_attendances as approvedAttendances', 'decided_by as decidedBy'])
    .select('decided_at as decidedAt')
    .execute()
  return rows.flatMap(readable)
}

/** For lists, and for what may yet be approved: a row that cannot be read is left out. */
function readable<Row extends { payload: unknown }>(row: Row): (Row & { payload: RecordPayload })[] {
  const payload = readPayload(row.payload)
  return payload ? [{ ...row, payload }] : []
}

type Place = Pick<CountedRow, 'platformId' | 'id' | 'month'>

/**
 * The approved records of some platform-months after one of them in the order of their keys, a page of so many, and
 * the place after which the next page begins; undefined after the last. Throws for one that cannot be read: a total
 * without it would be wrong, and nobody would know.
 */
export async function approvedPage(
  database: Database | Trx,
  months: readonly PlatformMonth[],
  after: Place | undefined,
  limit: number,
): Promise<{ rows: CountedRow[]; next: Place | undefined }> {
  let query = database
    .selectFrom(recordsOf(months, ['approved']).as('records'))
    .select(['platform_id as platformId', 'id', 'month', 'state', 'payload'])
    .select(['approved_attendances as approvedAttendances', 'decided_at as decidedAt'])
  if (after) {
    const { platformId, month, id } = after
    query = query.where(sql<boolean>`(platform_id, month, id) > (${platformId}, ${month}, ${id}::uuid)`)
  }
  const rows = await query.orderBy('platform_id').orderBy('month').orderBy('id').limit(limit).execute()
  return {
    rows: rows.map((row) => ({ ...row, payload: recordPayload.parse(row.payload) })),
    next: rows.length === limit ? rows.at(-1) : undefined,
  }
}

/** By platform-month (`keyOf`), in any state: the index alone answers. */
export async function countRecords(
  database: Database | Trx,
  months: readonly PlatformMonth[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ platformId: string; month: string; records: number }>`
    select platform_id as "platformId", month, (
      select count(*) from records
      where records.platform_id = wanted.platform_id and records.month = wanted.month
    ) as records
    from ${wanted(months)}`.execute(database)
  return new Map(rows.map(({ platformId, month, records }) => [keyOf(platformId, month), records]))
}
