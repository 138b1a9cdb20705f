/** The stored flags of records, as a reviewer reads them. */
import { sql } from 'kysely'
import { z } from 'zod'
import { flagLimits, riskFlagKinds, seenChange, type RiskFlag, type Twin } from '../../../src/shared/flags'
import { titleOf } from '../../../src/shared/records'
import type { Trx } from '../database'
import { readPayload } from '../readable-records'
import { rowsOf, type RecordKey } from './records'

type Platform = { id: string; areaCode: string }
type FoundTwin = { recordId: string; kind: string; platform: Platform; twin: Twin }

/**
 * Flags by record id, in the order of their kinds; each of the records is in it. Twins of platforms that `mayRead`
 * refuses are there without any words of theirs.
 */
export async function listFlags(
  trx: Trx,
  keys: readonly RecordKey[],
  mayRead: (platform: Platform) => boolean,
): Promise<Map<string, RiskFlag[]>> {
  if (keys.length === 0) return new Map()
  const rows = await trx
    .selectFrom('record_flags')
    .select(['record_id', 'kind', 'count', 'total', 'changes'])
    .where(sql<boolean>`(platform_id, record_id) in (select * from ${rowsOf(keys)})`)
    .execute()
  const twins = rows.some(({ kind }) => kind.startsWith('same-') || kind === 'elsewhere')
    ? await listTwins(trx, keys)
    : []
  const known: readonly string[] = riskFlagKinds
  rows.sort((a, b) => known.indexOf(a.kind) - known.indexOf(b.kind))
  return new Map(
    keys.map(({ id }) => [
      id,
      rows
        .filter(({ record_id }) => record_id === id)
        .map(({ kind, count, total, changes }) => ({
          kind,
          count,
          of: total,
          changes: z.array(seenChange).parse(changes),
          twins: twins
            .filter((each) => each.recordId === id && each.kind === kind)
            .map(({ platform, twin }) => (mayRead(platform) ? twin : hidden)),
        })),
    ]),
  )
}

const hidden: Twin = { recordId: null, title: null, platformName: null, date: null }

/** The first few of each record and kind. */
async function listTwins(trx: Trx, keys: readonly RecordKey[]): Promise<FoundTwin[]> {
  const { rows } = await sql<{
    record_id: string
    kind: string
    twin_id: string
    date: string
    payload: unknown
    platform_id: string
    name: string
    area_code: string
  }>`
    select pairs.record_id, pairs.kind, records.id as twin_id, records.date, records.payload,
      platforms.id as platform_id, platforms.name, platforms.area_code
    from (
      select *, row_number() over (partition by record_id, kind order by twin_record_id) as place
      from record_twins
      where (platform_id, record_id) in (select * from ${rowsOf(keys)})) as pairs
    join records on records.platform_id = pairs.twin_platform_id and records.id = pairs.twin_record_id
    join platforms on platforms.id = records.platform_id
    where place <= ${flagLimits.shown}
    order by pairs.record_id, pairs.kind, place`.execute(trx)
  return rows.map((row) => ({
    recordId: row.record_id,
    kind: row.kind,
    platform: { id: row.platform_id, areaCode: row.area_code },
    twin: {
      recordId: row.twin_id,
      title: titleOfStored(row.payload),
      platformName: row.name,
      date: row.date,
    },
  }))
}

function titleOfStored(stored: unknown): string | null {
  const payload = readPayload(stored)
  return payload && titleOf(payload)
}

/** How many flags a record has. */
export async function countFlags(trx: Trx, { platformId, id }: RecordKey): Promise<number> {
  const { count } = await trx
    .selectFrom('record_flags')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('platform_id', '=', platformId)
    .where('record_id', '=', id)
    .executeTakeFirstOrThrow()
  return count
}
