/** When and where enterprises were by their participations: one enterprise at two places at a time shows. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { flagLimits } from '../../../src/shared/flags'
import type { RecordPayload } from '../../../src/shared/records'
import type { Trx } from '../database'
import { keepPairs } from './pairs'
import { rowsOf, type Indexed, type RecordKey } from './records'

/** Of `own` and `other`: one enterprise at overlapping activities in different places. */
export const isElsewhere = sql<boolean>`other.digest = own.digest and other.activity_id <> own.activity_id
  and own.starts_at < other.ends_at and other.starts_at < own.ends_at
  and case when own.latitude is null or other.latitude is null then own.place <> other.place
    else abs(own.latitude - other.latitude) * 111 > ${flagLimits.farMetres / 1000}
      or abs(own.longitude - other.longitude) * 111 * cos(radians(own.latitude)) > ${flagLimits.farMetres / 1000} end`

/** SHA-256 of a credit code, as `enterprise_presences` has it. */
const enterpriseDigest = sql`encode(sha256(convert_to(participations.credit_code, 'UTF8')), 'hex')`

/** Replaces the presences of activities by what their participations and payloads say. */
export async function indexPresences(trx: Trx, records: readonly Indexed[]): Promise<void> {
  await trx
    .deleteFrom('enterprise_presences')
    .where(sql<boolean>`(platform_id, activity_id) in (select * from ${rowsOf(records)})`)
    .execute()
  const activities = records.flatMap(({ platformId, id, payload }) => {
    const presence = payload && presenceOf(payload)
    return presence ? [{ platformId, id, ...presence }] : []
  })
  if (activities.length === 0) return
  await sql`insert into enterprise_presences
      (digest, platform_id, activity_id, starts_at, ends_at, place, latitude, longitude)
    select ${enterpriseDigest}, participations.platform_id, participations.activity_id,
      held.starts_at, held.ends_at, held.place, held.latitude, held.longitude
    from jsonb_to_recordset(${JSON.stringify(activities)}::jsonb) as held("platformId" text, id uuid,
      starts_at timestamptz, ends_at timestamptz, place text, latitude double precision, longitude double precision)
    join participations on participations.platform_id = held."platformId"
      and participations.activity_id = held.id
    on conflict do nothing`.execute(trx)
}

const HOUR = 60 * 60_000

/** When and where those who take part are; null where it keeps nobody from being elsewhere: online, or for days. */
export function presenceOf(payload: RecordPayload) {
  if (payload.kind !== 'activity' || payload.online) return null
  const [starts, ends] = [Date.parse(payload.startsAt), Date.parse(payload.endsAt)]
  if (ends - starts > flagLimits.elsewhereHours * HOUR) return null
  const { name, latitude = null, longitude = null } = payload.place
  return {
    starts_at: new Date(starts).toISOString(),
    ends_at: new Date(ends).toISOString(),
    place: name.replace(/\s+/g, ''),
    latitude: longitude === null ? null : latitude,
    longitude: latitude === null ? null : longitude,
  }
}

/** Notes new participations of an activity; returns the records that gained a twin by them. */
export async function notePresences(
  trx: Trx,
  { platformId, id, payload }: RecordKey & { payload: RecordPayload },
  creditCodes: readonly string[],
): Promise<RecordKey[]> {
  const presence = presenceOf(payload)
  if (presence === null || creditCodes.length === 0) return []
  const { starts_at, ends_at, place, latitude, longitude } = presence
  const digests = creditCodes.map((code) => createHash('sha256').update(code).digest('hex'))
  const { rows } = await sql<RecordKey>`
    with own as (
      insert into enterprise_presences
        (digest, platform_id, activity_id, starts_at, ends_at, place, latitude, longitude)
      select digest, ${platformId}, ${id}::uuid, ${starts_at}::timestamptz, ${ends_at}::timestamptz, ${place},
        ${latitude}::double precision, ${longitude}::double precision
      from unnest(${digests}::text[]) as digest
      on conflict do nothing
      returning *)
    , pairs as (
      select distinct own.platform_id, own.activity_id as record_id, 'elsewhere' as kind,
        other.platform_id as twin_platform_id, other.activity_id as twin_record_id
      from own join enterprise_presences as other on ${isElsewhere})
    ${keepPairs}`.execute(trx)
  return rows
}
