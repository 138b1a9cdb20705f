/** Lists of records, page by page. A page ends early when it grows heavy: an answer may have 6 MB. */
import { sql } from 'kysely'
import { shanghaiDate } from '../../../src/shared/calendar'
import { Refusal, type StoredRecord } from '../../../src/shared/contract'
import { limits, uuid, type ServerState } from '../../../src/shared/records'
import type { Database, Trx } from '../database'
import { inScope } from '../platforms'
import type { PlatformScope } from '../policies'
import { selectStored, storedRecordOf } from './stored'

const PAGE_BYTES = 4 * 1024 * 1024

/** A payload of more bytes is not even read: nothing that may be entered comes near. */
const READABLE_BYTES = 512 * 1024

const payloadBytes = sql<number>`octet_length(records.payload::text)`.as('bytes')

/** The places of one page out of up to `limits.page + 1` that were found, and whether more follow. */
function pageOf<Place extends { bytes: number }>(places: Place[]): { page: Place[]; more: boolean } {
  let bytes = 0
  let end = 0
  for (const place of places.slice(0, limits.page)) {
    bytes += place.bytes > READABLE_BYTES ? 0 : place.bytes
    if (end > 0 && bytes > PAGE_BYTES) break
    end += 1
  }
  return { page: places.slice(0, end), more: places.length > end }
}

/** The records of a page in its order, and how many of them cannot be shown. */
async function readPage(
  database: Database | Trx,
  page: readonly { id: string; bytes: number }[],
): Promise<{ records: StoredRecord[]; unreadable: number }> {
  const ids = page.filter(({ bytes }) => bytes <= READABLE_BYTES).map(({ id }) => id)
  const rows = ids.length === 0 ? [] : await selectStored(database).where('records.id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const records = page.flatMap(({ id }) => {
    const row = byId.get(id)
    return row ? (storedRecordOf(row) ?? []) : []
  })
  return { records, unreadable: page.length - records.length }
}

function badCursor(): Refusal {
  return new Refusal('INVALID_INPUT', { fields: { cursor: '列表的位置不对,请刷新' } })
}

export type Changes = { records: StoredRecord[]; unreadable: number; cursor: string | null; more: boolean }

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
  const places = await database
    .selectFrom('records')
    .select(['id', 'change', payloadBytes])
    .where('platform_id', '=', platformId)
    .where('change', '>', cursor === null ? 0 : Number(cursor))
    .orderBy('change')
    .limit(limits.page + 1)
    .execute()
  const { page, more } = pageOf(places)
  const last = page.at(-1)
  return { ...(await readPage(database, page)), cursor: last ? String(last.change) : cursor, more }
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
  /** Only what this person has decided since then, in whatever state; null: whoever decided. */
  decidedSince: Date | null
  /** Part of a title, or of the name of an enterprise or a platform; null: all. */
  search: string | null
  cursor: string | null
  /** Whose own records are to be marked. */
  personId: string
  now: Date
}
/** An activity that has not begun waits for nothing yet (D50). */
const hasBegun = (
  now: Date,
) => sql<boolean>`(records.kind <> 'activity' or records.date < ${shanghaiDate(now)}
  or (records.payload ->> 'startsAt')::timestamptz <= ${now.toISOString()}::timestamptz)`

export type QueuedRecord = { record: StoredRecord; own: boolean }

/** The platforms to which a queue is narrowed; null when it is of the whole province. */
async function fewPlatforms(
  database: Database | Trx,
  { scope, platformId, areaPrefix }: Queue,
): Promise<string[] | null> {
  if (scope.all && platformId === null && areaPrefix === null) return null
  let query = database
    .selectFrom('platforms')
    .select('id')
    .where((eb) => inScope(scope)(eb))
  if (platformId !== null) query = query.where('id', '=', platformId)
  if (areaPrefix !== null) query = query.where('area_code', 'like', `${areaPrefix}%`)
  return (await query.execute()).map(({ id }) => id)
}

/** Records of a state in a scope: what waits with the longest waiting first, what is decided with the newest decision first. `own` = this person submitted a revision of it. */
export async function listQueue(
  database: Database | Trx,
  queue: Queue,
): Promise<{ records: QueuedRecord[]; unreadable: number; cursor: string | null }> {
  const newestFirst = queue.decidedSince !== null || queue.state !== 'submitted'
  const at = newestFirst
    ? sql<Date>`coalesce(records.decided_at, records.received_at)`
    : sql<Date>`records.received_at`
  let query = database
    .selectFrom('records')
    .innerJoin('platforms', 'platforms.id', 'records.platform_id')
    .select(['records.id', payloadBytes])
    .select(at.as('listed_at'))
    // As a value: of an `exists` the planner may make a table of everything that the person has ever submitted.
    .select(
      sql<boolean>`coalesce((select true from record_revisions
        where record_revisions.platform_id = records.platform_id
          and record_revisions.record_id = records.id
          and record_revisions.person_id = ${queue.personId}::uuid limit 1), false)`.as('own'),
    )
  if (queue.decidedSince === null) {
    query = query.where('records.state', '=', queue.state)
    if (queue.state === 'submitted') query = query.where(hasBegun(queue.now))
  } else
    query = query
      .where('records.decided_by', '=', queue.personId)
      .where('records.decided_at', '>=', queue.decidedSince)
  if (queue.search !== null) query = query.where(names(queue.search))
  if (queue.kind !== null) query = query.where('records.kind', '=', queue.kind)
  if (queue.flag !== null) {
    query = query.where(
      sql<boolean>`exists (select 1 from record_flags
        where record_flags.platform_id = records.platform_id and record_flags.record_id = records.id
          and record_flags.kind = ${queue.flag})`,
    )
  }
  if (queue.receivedBefore !== null)
    query = query.where('records.received_at', '<', new Date(queue.receivedBefore))
  if (queue.cursor !== null) {
    const { receivedAt, id } = positionOf(queue.cursor)
    query = query.where(
      newestFirst
        ? sql<boolean>`(${at}, records.id) < (${receivedAt}, ${id}::uuid)`
        : sql<boolean>`(${at}, records.id) > (${receivedAt}, ${id}::uuid)`,
    )
  }
  const direction = newestFirst ? 'desc' : 'asc'
  const ordered = query
    .orderBy(at, direction)
    .orderBy('records.id', direction)
    .limit(limits.page + 1)
  const platformIds = await fewPlatforms(database, queue)
  const places = await (platformIds === null
    ? ordered.execute()
    : // A page of each, and the first of these: those of all other platforms are not walked through.
      database
        .selectFrom(sql<{ id: string }>`unnest(${platformIds}::text[])`.as<'within'>(sql`within(id)`))
        .innerJoinLateral(
          () => ordered.where(sql<boolean>`records.platform_id = within.id`).as('found'),
          (join) => join.onTrue(),
        )
        .selectAll('found')
        .orderBy('found.listed_at', direction)
        .orderBy('found.id', direction)
        .limit(limits.page + 1)
        .execute())
  const { page, more } = pageOf(places)
  const last = more ? page.at(-1) : undefined
  const own = new Map(page.map((place) => [place.id, place.own]))
  const { records, unreadable } = await readPage(database, page)
  return {
    records: records.map((record) => ({ record, own: own.get(record.id) ?? false })),
    unreadable,
    cursor: last ? `${last.listed_at.toISOString()}/${last.id}` : null,
  }
}

/** The searched text stands in the record's title or service, its enterprise's name, or its platform's. */
function names(search: string) {
  return sql<boolean>`strpos(lower(concat_ws(' ', records.payload ->> 'title', records.payload ->> 'service',
    records.payload ->> 'name', records.payload -> 'enterprise' ->> 'name', platforms.name)),
    lower(${search})) > 0`
}

function positionOf(cursor: string): { receivedAt: Date; id: string } {
  const [, receivedAt = '', id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\/(.{36})$/.exec(cursor) ?? []
  const position = { receivedAt: new Date(receivedAt), id: uuid.safeParse(id).data }
  if (position.id === undefined || Number.isNaN(position.receivedAt.getTime())) throw badCursor()
  return { receivedAt: position.receivedAt, id: position.id }
}

/** How many records of a scope wait for a decision, and how many of them came before an instant (ISO). */
export async function countWaiting(
  database: Database | Trx,
  scope: PlatformScope,
  overdueBefore: string | null,
  now: Date,
): Promise<{ waiting: number; overdue: number }> {
  return database
    .selectFrom('records')
    .innerJoin('platforms', 'platforms.id', 'records.platform_id')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .select(sql<number>`count(*) filter (where received_at < ${overdueBefore}::timestamptz)`.as('overdue'))
    .where('records.state', '=', 'submitted')
    .where(hasBegun(now))
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
  now: Date,
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
    .where(hasBegun(now))
    .where((eb) => inScope(scope)(eb))
    .groupBy('records.platform_id')
    .execute()
}
