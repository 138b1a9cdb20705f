/** The participations of one person: what they confirmed, and whatever else their enterprise took part in. */
import { sql } from 'kysely'
import type { Participation } from '../../../src/shared/contract'
import { seenActivity, type SeenActivity } from '../../../src/shared/flags'
import type { Database, Trx } from '../database'
import { participationOf, selectParticipations } from './participations'

/** `creditCode`: of the enterprise that the person is confirmed for; null if none. */
export type Owner = { personId: string; creditCode: string | null }

export type OwnParticipation = {
  participation: Participation
  /** Whose phone or hand it came from. */
  personId: string
  organiser: string
  /** The record of the activity as stored. */
  payload: unknown
  /** What it told when the participation was made; null for those from before that was kept. */
  seen: SeenActivity | null
}

const isOwn = ({ personId, creditCode }: Owner) =>
  sql<boolean>`((participations.person_id = ${personId} and participations.source = 'scan')
    or participations.credit_code = ${creditCode})`

/** A page of them, newest first, after the one of an id; null begins with the newest. */
export async function listOwnParticipations(
  database: Database | Trx,
  owner: Owner,
  after: string | null,
  limit: number,
): Promise<OwnParticipation[]> {
  let query = selectParticipations(database)
    .innerJoin('platforms', 'platforms.id', 'participations.platform_id')
    .innerJoin('records', (join) =>
      join
        .onRef('records.platform_id', '=', 'participations.platform_id')
        .onRef('records.id', '=', 'participations.activity_id'),
    )
    .select(['platforms.name as organiser', 'records.payload', 'participations.seen'])
    .where(isOwn(owner))
    .orderBy('participations.confirmed_at', 'desc')
    .orderBy('participations.id', 'desc')
    .limit(limit)
  if (after !== null) {
    query = query.where(sql<boolean>`(participations.confirmed_at, participations.id) <
      (select confirmed_at, id from participations where id = ${after} and ${isOwn(owner)} limit 1)`)
  }
  const rows = await query.execute()
  return rows.map((row) => ({
    participation: participationOf(row),
    personId: row.person_id,
    organiser: row.organiser,
    payload: row.payload,
    seen: seenActivity.nullable().parse(row.seen),
  }))
}

export async function countOwnParticipations(database: Database | Trx, owner: Owner): Promise<number> {
  const { count } = await database
    .selectFrom('participations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(isOwn(owner))
    .executeTakeFirstOrThrow()
  return count
}
