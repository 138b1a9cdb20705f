/** Lists of records, page by page. A page ends early when it grows heavy: an answer may have 6 MB. */
import { sql } from 'kysely'
import { Refusal, type StoredRecord } from '../../../src/shared/contract'
import { limits, type ServerState } from '../../../src/shared/records'
import type { Database, Trx } from '../database'
import { inScope } from '../platforms'
import type { PlatformScope } from '../policies'
import { selectStored, storedRecordOf, type StoredRow } from './stored'

const PAGE_BYTES = 4 * 1024 * 1024

/** The rows of one page out of up to `limits.page + 1` that were read, and whether more follow. */
function pageOf(rows: StoredRow[]): { page: StoredRow[]; more: boolean } {
  let bytes = 0
  let end = 0
  for (const row of rows.slice(0, limits.page)) {
    bytes += Buffer.byteLength(JSON.stringify(row.payload))
    if (end > 0 && bytes > PAGE_BYTES) break
    end += 1
  }
  return { page: rows.slice(0, end), more: rows.length > end }
}

function badCursor(): Refusal {
  return new Refusal('INVALID_INPUT', { fields: { cursor: '列表的位置不对,请刷新' } })
}

export type Changes = { records: StoredRecord[]; cursor: string | null; more: boolean }

/**
 * What has changed at a platform since a cursor, in the order of the changes; withdrawn records are there
 * as such. `null` starts from the beginning. The cursor of the answer goes into the next call.
 */
export async function listChanges(
  database: Database | Trx,
  platformId: string,
  cursor: string | null,
): Promise<Changes> {
  if (cursor !== null && !/^\d{1,15}$/.test(cursor)) throw badCursor()
  const rows = await selectStored(database)
    .where('records.platform_id', '=', platformId)
    .where('records.change', '>', cursor === null ? 0 : Number(cursor))
    .orderBy('records.change')
    .limit(limits.page + 1)
    .execute()
  const { page, more } = pageOf(rows)
  const last = page.at(-1)
  return { records: page.map(storedRecordOf), cursor: last ? String(last.change) : cursor, more }
}

export type Queue = {
  scope: PlatformScope
  state: ServerState
  platformId: string | null
  kind: string | null
  /** Only records with a flag of this kind. */
  flag: string | null
  /** The part that the area codes of its platforms share. */
  areaPrefix: string | null
  /** Only what was received before this instant, ISO. */
  receivedBefore: string | null
  cursor: string | null
  /** Whose own records are to be marked. */
  personId: string
}
export type QueuedRecord = { record: StoredRecord; own: boolean }

/** Records of a state in a scope, the longest waiting first; `own` = this person submitted a revision of it. */
export async function listQueue(
  database: Database | Trx,
  queue: Queue,
): Promise<{ records: QueuedRecord[]; cursor: string | null }> {
  let query = selectStored(database)
    .select(
      sql<boolean>`exists (select 1 from record_revisions
        where record_revisions.platform_id = records.platform_id
          and record_revisions.record_id = records.id
          and record_revisions.person_id = ${queue.personId}::uuid)`.as('own'),
    )
    .where('records.state', '=', queue.state)
    .where((eb) => inScope(queue.scope)(eb))
  if (queue.platformId !== null) query = query.where('records.platform_id', '=', queue.platformId)
  if (queue.kind !== null) query = query.where('records.kind', '=', queue.kind)
  if (queue.flag !== null) {
    query = query.where(
      sql<boolean>`exists (select 1 from record_flags
        where record_flags.platform_id = records.platform_id and record_flags.record_id = records.id
          and record_flags.kind = ${queue.flag})`,
    )
  }
  if (queue.areaPrefix !== null) query = query.where('platforms.area_code', 'like', `${queue.areaPrefix}%`)
  if (queue.receivedBefore !== null)
    query = query.where('records.received_at', '<', new Date(queue.receivedBefore))
  if (queue.cursor !== null) {
    const { receivedAt, id } = positionOf(queue.cursor)
    query = query.where(
      sql<boolean>`(records.received_at, records.id) > (${receivedAt}::timestamptz, ${id}::uuid)`,
    )
  }
  const rows = await query
    .orderBy('records.received_at')
    .orderBy('records.id')
    .limit(limits.page + 1)
    .execute()
  const { page, more } = pageOf(rows)
  const last = more ? page.at(-1) : undefined
  return {
    records: rows.slice(0, page.length).map((row) => ({ record: storedRecordOf(row), own: row.own })),
    cursor: last ? `${last.received_at.toISOString()}/${last.id}` : null,
  }
}

function positionOf(cursor: string): { receivedAt: string; id: string } {
  const [, receivedAt, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\/([0-9a-f-]{36})$/.exec(cursor) ?? []
  if (receivedAt === undefined || id === undefined || Number.isNaN(Date.parse(receivedAt))) throw badCursor()
  return { receivedAt, id }
}

/** How many records of a scope wait for a decision, and how many of them came before an instant (ISO). */
export async function countWaiting(
  database: Database | Trx,
  scope: PlatformScope,
  overdueBefore: string | null,
): Promise<{ waiting: number; overdue: number }> {
  return database
    .selectFrom('records')
    .innerJoin('platforms', 'platforms.id', 'records.platform_id')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .select(sql<number>`count(*) filter (where received_at < ${overdueBefore}::timestamptz)`.as('overdue'))
    .where('records.state', '=', 'submitted')
    .where((eb) => inScope(scope)(eb))
    .executeTakeFirstOrThrow()
}

export type WaitingOfPlatform = { platformId: string; waiting: number; overdue: number; flagged: number }

/**
 * The same by platform, with how many of them have risk flags; platforms where nothing waits are not in it. Flags are
 * read as they are stored.
 */
export async function countWaitingByPlatform(
  database: Database | Trx,
  scope: PlatformScope,
  overdueBefore: string | null,
): Promise<WaitingOfPlatform[]> {
  return database
    .selectFrom('records')
    .innerJoin('platforms', 'platforms.id', 'records.platform_id')
    .select('records.platform_id as platformId')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .select(sql<number>`count(*) filter (where received_at < ${overdueBefore}::timestamptz)`.as('overdue'))
    .select(
      sql<number>`count(*) filter (where exists (select 1 from record_flags
        where record_flags.platform_id = records.platform_id and record_flags.record_id = records.id))`.as(
        'flagged',
      ),
    )
    .where('records.state', '=', 'submitted')
    .where((eb) => inScope(scope)(eb))
    .groupBy('records.platform_id')
    .execute()
}
