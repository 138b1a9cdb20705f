/** What flags depend on, read from the rows of records in one statement. */
import { sql } from 'kysely'
import { z } from 'zod'
import { daysBetween, shanghaiDate } from '../../../src/shared/calendar'
import {
  changesSince,
  flagLimits,
  seenActivity,
  seenOf,
  twinKinds,
  type RiskFacts,
} from '../../../src/shared/flags'
import { daysFromActToEntry, type RecordPayload } from '../../../src/shared/records'
import type { Trx } from '../database'
import { readPayload } from '../readable-records'
import { rowsOf, type RecordKey } from './records'

const { burstSeconds, farMetres, unverifiedMinutes } = flagLimits
/** Minutes before the start from which an activity can be confirmed, and after its end where no code says otherwise. */
const OPENS_BEFORE = 30
const CLOSES_AFTER = 120

const number = z.coerce.number()
const row = z.object({
  platform_id: z.string(),
  id: z.string(),
  state: z.string(),
  payload: z.unknown().transform(readPayload),
  clock_suspect: z.boolean(),
  approved_attendances: z.number().nullable(),
  first_received_at: z.date(),
  confirmed: number,
  scans: number,
  staff_entries: number,
  one_phone: number,
  burst: number,
  late: number,
  early: number,
  far: number,
  own_members: number,
  time_unverified: number,
  seen: z.array(z.object({ seen: seenActivity, count: z.number() })),
  twins: z.partialRecord(z.enum(twinKinds), z.number()),
  flags: z.array(
    z.object({ kind: z.string(), count: z.number(), total: z.number().nullable(), changes: z.unknown() }),
  ),
})
type Row = z.infer<typeof row>

export type StoredFlagRow = Row['flags'][number]
/** `before`: the flags as they are stored. */
export type Read = { key: RecordKey; facts: RiskFacts | null; before: StoredFlagRow[] }

/** Instants of a payload that PostgreSQL reads too; others (from before instants had bounds) count as unknown. */
const instantOf = (name: 'startsAt' | 'endsAt') => sql`case
  when records.kind = 'activity'
    and records.payload ->> ${sql.lit(name)} ~ '^[12]\\d{3}-[^.]{8,14}([.]\\d{1,9})?(Z|[+-](0\\d|1[0-4]):\\d\\d)$'
  then (records.payload ->> ${sql.lit(name)})::timestamptz end`

/** Reads the facts of records; null for withdrawn ones and such as cannot be read, which have no flags. Hold their flags before. */
export async function readFacts(trx: Trx, keys: readonly RecordKey[]): Promise<Read[]> {
  const { rows } = await sql`
    select records.platform_id, records.id, records.state, records.payload, records.clock_suspect,
      records.approved_attendances,
      coalesce((select min(received_at) from record_revisions
        where record_revisions.platform_id = records.platform_id
          and record_revisions.record_id = records.id), records.received_at) as first_received_at,
      counted.*,
      (select coalesce(json_agg(versions), '[]') from (
        select seen, count(*) as count from participations
        where participations.platform_id = records.platform_id
          and participations.activity_id = records.id and seen is not null
        group by seen order by count(*) desc limit ${flagLimits.shown * 2}) as versions) as seen,
      (select coalesce(json_object_agg(kind, count), '{}') from (
        select kind, count(*) as count from record_twins
        where record_twins.platform_id = records.platform_id and record_twins.record_id = records.id
        group by kind) as kinds) as twins,
      (select coalesce(json_agg(json_build_object('kind', kind, 'count', count, 'total', total, 'changes', changes)), '[]')
        from record_flags
        where record_flags.platform_id = records.platform_id and record_flags.record_id = records.id) as flags
    from ${rowsOf(keys)}
    join records on records.platform_id = wanted.platform_id and records.id = wanted.id
    cross join lateral (select
        ${instantOf('startsAt')} - make_interval(mins => ${OPENS_BEFORE}) as opens_at,
        ${instantOf('endsAt')} + make_interval(mins => coalesce((
          select max(closes_after_minutes) from activity_tokens
          where activity_tokens.platform_id = records.platform_id
            and activity_tokens.activity_id = records.id), ${CLOSES_AFTER})) as closes_at) as in_force
    cross join lateral (
      select count(*) as confirmed, count(*) filter (where source = 'scan') as scans,
        count(*) filter (where source = 'staff-entry') as staff_entries,
        coalesce(max(of_phone), 0) as one_phone, coalesce(max(in_burst), 0) as burst,
        count(*) filter (where late or confirmed_at > in_force.closes_at) as late,
        count(*) filter (where confirmed_at < in_force.opens_at) as early,
        count(*) filter (where distance_m > ${farMetres}) as far,
        count(*) filter (where source = 'scan' and is_own) as own_members,
        count(*) filter (where source = 'scan'
          and received_at > confirmed_at + make_interval(mins => ${unverifiedMinutes})) as time_unverified
      from (select source, late, confirmed_at, received_at, distance_m,
          count(*) filter (where source = 'scan') over (partition by person_id) as of_phone,
          count(*) filter (where source = 'scan') over (order by received_at
            range between make_interval(secs => ${burstSeconds}) preceding and current row) as in_burst,
          exists (select 1 from memberships
            where memberships.person_id = participations.person_id
              and memberships.platform_id = participations.platform_id
              and memberships.granted_at <= participations.received_at
              and (memberships.revoked_at is null or memberships.revoked_at >= participations.received_at)) as is_own
        from participations
        where participations.platform_id = records.platform_id
          and participations.activity_id = records.id) as each_one) as counted`.execute(trx)
  return rows.map((found) => readOf(row.parse(found)))
}

function readOf(found: Row): Read {
  const key = { platformId: found.platform_id, id: found.id }
  const read = { key, before: found.flags }
  const { payload } = found
  return { ...read, facts: found.state === 'withdrawn' || !payload ? null : factsOf({ ...found, payload }) }
}

function factsOf(found: Row & { payload: RecordPayload }): RiskFacts {
  const { payload, first_received_at: entered } = found
  const activity = payload.kind === 'activity' ? payload : null
  const now = activity && seenOf(activity)
  return {
    participations: {
      ...{ confirmed: found.confirmed, scans: found.scans, staffEntries: found.staff_entries },
      ...{ onePhone: found.one_phone, burst: found.burst, late: found.late, early: found.early },
      ...{ far: found.far, ownMembers: found.own_members, timeUnverified: found.time_unverified },
    },
    declared: activity?.attendances ?? null,
    lengthDays: activity
      ? daysBetween(shanghaiDate(activity.startsAt), shanghaiDate(activity.endsAt)) + 1
      : 0,
    ageDays: daysFromActToEntry(payload, entered),
    aheadHours: hoursAhead(payload, entered),
    clockSuspect: found.clock_suspect,
    approvedZero: found.state === 'approved' && found.approved_attendances === 0,
    changes: now ? found.seen.flatMap(({ seen, count }) => changesSince(seen, now, count)) : [],
    twins: found.twins,
  }
}

const HOUR = 60 * 60_000

/** Hours from the first entry to an act that lay ahead; activities may be planned. */
function hoursAhead(payload: RecordPayload, entered: Date): number {
  switch (payload.kind) {
    case 'activity':
      return 0
    case 'demand':
      return Math.max(
        hoursTo(payload.receivedAt, entered),
        hoursTo(payload.publishedAt ?? payload.receivedAt, entered),
      )
    case 'transaction':
      return hoursTo(payload.completedAt, entered)
    case 'honour':
      return Math.max(0, 24 * daysBetween(shanghaiDate(entered), payload.conferredOn))
  }
}

function hoursTo(instant: string, entered: Date): number {
  return Math.max(0, (Date.parse(instant) - entered.getTime()) / HOUR)
}
