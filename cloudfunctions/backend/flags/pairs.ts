/** Pairs of records that share something. */
import { sql } from 'kysely'

/** After `with pairs as (…)`: keeps each pair at both records, in one order for everybody, and returns the records. */
export const keepPairs = sql`
  , both_ways as (
    select * from pairs
    union select twin_platform_id, twin_record_id, kind, platform_id, record_id from pairs)
  , kept as (
    insert into record_twins (platform_id, record_id, kind, twin_platform_id, twin_record_id)
    select * from both_ways order by 1, 2, 3, 4, 5
    on conflict do nothing
    returning platform_id, record_id)
  select distinct platform_id as "platformId", record_id as id from kept`
