/** Finds records that share something with others, by digests: across platforms too, without reading their records. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { fingerprintsOf } from '../../../src/shared/flags'
import type { Trx } from '../database'
import { indexPresences, isElsewhere } from './presences'
import { keepPairs } from './pairs'
import { rowsOf, type Indexed, type RecordKey } from './records'

/** Replaces what twins of these records are found by; returns the records on either side that gained or lost a twin. */
export async function indexTwins(trx: Trx, records: readonly Indexed[]): Promise<RecordKey[]> {
  await trx
    .deleteFrom('record_fingerprints')
    .where(sql<boolean>`(platform_id, record_id) in (select * from ${rowsOf(records)})`)
    .execute()
  const rows = records.flatMap(fingerprintRows)
  if (rows.length > 0) {
    await trx
      .insertInto('record_fingerprints')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await indexPresences(trx, records)
  const left = await sql<RecordKey>`delete from record_twins using ${rowsOf(records)}
    where (record_twins.platform_id = wanted.platform_id and record_twins.record_id = wanted.id)
      or (record_twins.twin_platform_id = wanted.platform_id and record_twins.twin_record_id = wanted.id)
    returning record_twins.platform_id as "platformId", record_twins.record_id as id`.execute(trx)
  const found = await findTwins(trx, records)
  return [...left.rows, ...found]
}

function fingerprintRows({ platformId, id, payload }: Indexed) {
  if (payload === null) return []
  return fingerprintsOf(payload).map(({ kind, text, span, ofOnePlatform }) => ({
    platform_id: platformId,
    record_id: id,
    kind,
    digest: createHash('sha256').update(`${kind}\n${text}`).digest('hex'),
    starts_at: span && new Date(span.from),
    ends_at: span && new Date(span.to),
    of_one_platform: ofOnePlatform,
  }))
}

/** Of one record and kind: a content that stands in thousands of records does not make them all each other's twins. */
const MOST = 20

async function findTwins(trx: Trx, records: readonly RecordKey[]): Promise<RecordKey[]> {
  const { rows } = await sql<RecordKey>`
    with pairs as (
      select own.platform_id, own.record_id, own.kind, other.platform_id as twin_platform_id,
        other.record_id as twin_record_id
      from ${rowsOf(records)}
      join record_fingerprints as own on own.platform_id = wanted.platform_id and own.record_id = wanted.id
      cross join lateral (select platform_id, record_id from record_fingerprints as other
        where other.digest = own.digest and other.kind = own.kind and other.record_id <> own.record_id
          and (not own.of_one_platform or other.platform_id = own.platform_id)
          and (own.starts_at is null or other.starts_at is null
            or (own.starts_at <= other.ends_at and other.starts_at <= own.ends_at))
        limit ${MOST}) as other
      union
      select own.platform_id, own.activity_id, 'elsewhere', other.platform_id, other.activity_id
      from ${rowsOf(records)}
      join enterprise_presences as own on own.platform_id = wanted.platform_id and own.activity_id = wanted.id
      cross join lateral (select platform_id, activity_id from enterprise_presences as other
        where ${isElsewhere} limit ${MOST}) as other)
    ${keepPairs}`.execute(trx)
  return rows
}
