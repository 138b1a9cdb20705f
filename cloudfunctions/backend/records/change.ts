/** Changing records. Whoever changes one holds the changes of its platform, so changes of a platform come one by one. */
import { sql } from 'kysely'
import { Refusal } from '../../../src/shared/contract'
import {
  dateOfAct,
  recordPayload,
  type PushedRecord,
  type RecordPayload,
  type ServerState,
} from '../../../src/shared/records'
import { monthOf } from '../../../src/shared/calendar'
import type { Trx } from '../database'
import { FLAGS_VERSION } from '../flags'
import { markMonthsChanged, takeChanges } from '../platforms'
import type { DecidedBefore } from './history'

/** Where a record stands, for deciding what may happen to it next. */
export type Standing = {
  id: string
  platformId: string
  revision: number
  hash: string
  state: ServerState
  month: string
  decidedBy: string | null
  decidedAt: Date | null
  approvedAttendances: number | null
  returnReason: string | null
}

const standing = [
  'id',
  'platform_id as platformId',
  'revision',
  'hash',
  'state',
  'month',
  'decided_by as decidedBy',
  'decided_at as decidedAt',
  'approved_attendances as approvedAttendances',
  'return_reason as returnReason',
] as const

/** The standing of those records that exist, by id. Hold the changes of their platform before asking. */
export async function standingOf(trx: Trx, ids: string[]): Promise<Map<string, Standing>> {
  const rows = await trx.selectFrom('records').select(standing).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export type RecordPlatform = { id: string; areaCode: string }

/** The platform of a record, which never changes. Refuses with NOT_FOUND. */
export async function platformOfRecord(trx: Trx, id: string): Promise<RecordPlatform> {
  const platform = await trx
    .selectFrom('records')
    .innerJoin('platforms', 'platforms.id', 'records.platform_id')
    .select(['platforms.id', 'platforms.area_code as areaCode'])
    .where('records.id', '=', id)
    .executeTakeFirst()
  if (!platform) throw new Refusal('NOT_FOUND')
  return platform
}

export type Locked = Standing & {
  payload: RecordPayload
  clockSuspect: boolean
  decidedAt: Date | null
  change: number
}

/** Takes the next change of the platform and reads the record as it stands then. Refuses with NOT_FOUND. */
export async function lockRecord(trx: Trx, platformId: string, id: string): Promise<Locked> {
  const change = await takeChanges(trx, platformId)
  const row = await trx
    .selectFrom('records')
    .select(standing)
    .select(['payload', 'clock_suspect as clockSuspect', 'decided_at as decidedAt'])
    .where('platform_id', '=', platformId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND')
  return { ...row, payload: recordPayload.parse(row.payload), change }
}

export type Arrival = { record: PushedRecord; sent: unknown; change: number; clockSuspect: boolean }

/**
 * Stores new records and new revisions of one platform as submitted; the caller has decided that each may
 * be. An earlier decision ends with the revision that it was about. `before` = the standings read. The caller
 * computes the flags (`flagChanged`) at the end of its transaction.
 */
export async function storeArrivals(
  trx: Trx,
  arrivals: Arrival[],
  before: Map<string, Standing>,
  by: { personId: string; now: Date },
): Promise<void> {
  const platformId = arrivals[0]?.record.platformId
  if (platformId === undefined) return
  const times = (record: PushedRecord) => ({ filled_at: new Date(record.filledAt), received_at: by.now })
  const rows = arrivals.map(({ record, change, clockSuspect }) => {
    const date = dateOfAct(record.payload)
    return {
      platform_id: record.platformId,
      id: record.id,
      kind: record.payload.kind,
      month: monthOf(date),
      date,
      revision: record.revision,
      hash: record.hash,
      payload: JSON.stringify(record.payload),
      state: 'submitted' as const,
      submitted_by: by.personId,
      ...times(record),
      clock_suspect: clockSuspect,
      change,
      flags_version: FLAGS_VERSION,
    }
  })
  await trx
    .insertInto('records')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['platform_id', 'id']).doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        month: eb.ref('excluded.month'),
        date: eb.ref('excluded.date'),
        revision: eb.ref('excluded.revision'),
        hash: eb.ref('excluded.hash'),
        payload: sql<string>`excluded.payload`,
        state: eb.ref('excluded.state'),
        submitted_by: eb.ref('excluded.submitted_by'),
        filled_at: eb.ref('excluded.filled_at'),
        received_at: eb.ref('excluded.received_at'),
        clock_suspect: eb.ref('excluded.clock_suspect'),
        change: eb.ref('excluded.change'),
        flags_version: eb.ref('excluded.flags_version'),
        approved_attendances: null,
        return_reason: null,
        decided_by: null,
        decided_at: null,
      })),
    )
    .execute()
  await trx
    .insertInto('record_revisions')
    .values(
      arrivals.map(({ record, sent }) => ({
        platform_id: record.platformId,
        record_id: record.id,
        revision: record.revision,
        hash: record.hash,
        sent: JSON.stringify(sent),
        reason: record.reason,
        ...times(record),
        person_id: by.personId,
      })),
    )
    .execute()
  const left = arrivals.flatMap(({ record }) => before.get(record.id)?.month ?? [])
  await markMonthsChanged(trx, platformId, [...rows.map((row) => row.month), ...left])
}

export type Decision =
  | { state: 'approved'; approvedAttendances: number | null; by: string; now: Date }
  | { state: 'returned'; reason: string; by: string; now: Date }
  | { state: 'withdrawn' }
  /** Back to the queue; when it was approved last stays, to tell what is new. */
  | { state: 'submitted' }

/** Moves a locked record to another state. The caller has made sure that the step is possible. */
export async function moveRecord(trx: Trx, record: Locked, decision: Decision): Promise<void> {
  const decided =
    decision.state === 'withdrawn'
      ? {}
      : decision.state === 'submitted'
        ? { approved_attendances: null, decided_by: null }
        : {
            approved_attendances: decision.state === 'approved' ? decision.approvedAttendances : null,
            return_reason: decision.state === 'returned' ? decision.reason : null,
            decided_by: decision.by,
            decided_at: decision.now,
          }
  await trx
    .updateTable('records')
    .set({ state: decision.state, change: record.change, ...decided })
    .where('platform_id', '=', record.platformId)
    .where('id', '=', record.id)
    .execute()
  await markMonthsChanged(trx, record.platformId, [record.month])
}

/** Puts a locked record back to where it stood before its latest decision. The caller has made sure that it may. */
export async function takeBackDecision(
  trx: Trx,
  record: Locked,
  state: ServerState,
  before: DecidedBefore,
): Promise<void> {
  await trx
    .updateTable('records')
    .set({
      state,
      change: record.change,
      approved_attendances: before.approvedAttendances,
      return_reason: before.returnReason,
      decided_by: before.by,
      decided_at: before.at === null ? null : new Date(before.at),
    })
    .where('platform_id', '=', record.platformId)
    .where('id', '=', record.id)
    .execute()
  await markMonthsChanged(trx, record.platformId, [record.month])
}

/** Gives an unchanged record the change taken by `lockRecord`, so that phones fetch it again. */
export async function touchRecord(trx: Trx, record: Locked): Promise<void> {
  await trx
    .updateTable('records')
    .set({ change: record.change })
    .where('platform_id', '=', record.platformId)
    .where('id', '=', record.id)
    .execute()
}

/** Has this person submitted any revision of the record? */
export async function hasSubmitted(
  trx: Trx,
  record: Pick<Standing, 'id' | 'platformId'>,
  personId: string,
): Promise<boolean> {
  const found = await trx
    .selectFrom('record_revisions')
    .select('revision')
    .where('platform_id', '=', record.platformId)
    .where('record_id', '=', record.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return found !== undefined
}
