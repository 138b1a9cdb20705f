/** Stored participations. One enterprise takes part in one activity once; the first entry stays as it was. */
import type { Participation } from '../../../src/shared/contract'
import { isTimeUnverified, type SeenActivity } from '../../../src/shared/flags'
import { isChosen, type Chosen } from '../chosen-records'
import type { Database, Trx } from '../database'

export type NewParticipation = {
  id: string
  platformId: string
  activityId: string
  creditCode: string
  source: Participation['source']
  confirmedAt: Date
  receivedAt: Date
  late: boolean
  personId: string
  /** Metres from the activity's place; null where either is not known. */
  distance: number | null
  /** A scan by somebody who is not confirmed for the enterprise. */
  unverified: boolean
  /** What the activity told then. */
  seen: SeenActivity
}

export type StoredParticipation = { participation: Participation; personId: string }

/** Inserts those whose enterprise is not yet at the activity; returns how many were new. */
export async function keepParticipations(trx: Trx, rows: readonly NewParticipation[]): Promise<number> {
  if (rows.length === 0) return 0
  // In the order of the key, so that two batches for one activity cannot block each other.
  const sorted = [...rows].sort((a, b) => (a.creditCode < b.creditCode ? -1 : 1))
  const inserted = await trx
    .insertInto('participations')
    .values(
      sorted.map((row) => ({
        id: row.id,
        platform_id: row.platformId,
        activity_id: row.activityId,
        credit_code: row.creditCode,
        source: row.source,
        confirmed_at: row.confirmedAt,
        received_at: row.receivedAt,
        late: row.late,
        person_id: row.personId,
        distance_m: row.distance,
        unverified: row.unverified,
        seen: JSON.stringify(row.seen),
      })),
    )
    .onConflict((conflict) => conflict.columns(['platform_id', 'activity_id', 'credit_code']).doNothing())
    .returning('id')
    .execute()
  return inserted.length
}

/** What makes a participation, for `participationOf`. */
export function selectParticipations(database: Database | Trx) {
  return database
    .selectFrom('participations')
    .innerJoin('enterprises', 'enterprises.credit_code', 'participations.credit_code')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('ratings')
          .select(['ratings.stars', 'ratings.comment'])
          .whereRef('ratings.platform_id', '=', 'participations.platform_id')
          .whereRef('ratings.activity_id', '=', 'participations.activity_id')
          .whereRef('ratings.credit_code', '=', 'participations.credit_code')
          .orderBy('ratings.id', 'desc')
          .limit(1)
          .as('rating'),
      (join) => join.onTrue(),
    )
    .select(['participations.id', 'participations.activity_id', 'participations.credit_code'])
    .select(['participations.source', 'participations.confirmed_at', 'participations.late'])
    .select('participations.received_at')
    .select(['rating.stars', 'rating.comment', 'participations.person_id'])
    .select(['enterprises.name', 'participations.unverified'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectParticipations>['execute']>>[number]

/** A selected row as the contract tells it. */
export function participationOf(row: Row): Participation {
  return {
    id: row.id,
    activityId: row.activity_id,
    enterprise: { creditCode: row.credit_code, name: row.name },
    source: row.source,
    confirmedAt: row.confirmed_at.toISOString(),
    late: row.late,
    timeUnverified: isTimeUnverified(row.source, row.confirmed_at, row.received_at),
    ...(row.unverified === null ? {} : { unverified: row.unverified }),
    stars: row.stars,
    comment: row.comment,
  }
}

export async function findParticipation(
  database: Database | Trx,
  platformId: string,
  activityId: string,
  creditCode: string,
): Promise<StoredParticipation | null> {
  const row = await selectParticipations(database)
    .where('participations.platform_id', '=', platformId)
    .where('participations.activity_id', '=', activityId)
    .where('participations.credit_code', '=', creditCode)
    .executeTakeFirst()
  return row ? { participation: participationOf(row), personId: row.person_id } : null
}

/** The participation of an id at an activity, or null. */
export async function findParticipationById(
  database: Database | Trx,
  platformId: string,
  activityId: string,
  id: string,
): Promise<StoredParticipation | null> {
  const row = await selectParticipations(database)
    .where('participations.platform_id', '=', platformId)
    .where('participations.activity_id', '=', activityId)
    .where('participations.id', '=', id)
    .executeTakeFirst()
  return row ? { participation: participationOf(row), personId: row.person_id } : null
}

/** Those of an activity, in the order in which they were confirmed. */
export async function listParticipations(
  database: Database | Trx,
  platformId: string,
  activityId: string,
): Promise<Participation[]> {
  const rows = await selectParticipations(database)
    .where('participations.platform_id', '=', platformId)
    .where('participations.activity_id', '=', activityId)
    .orderBy('participations.confirmed_at')
    .orderBy('participations.credit_code')
    .execute()
  return rows.map(participationOf)
}

/** The last that came in, the latest at the end. */
export async function listLastParticipations(
  database: Database | Trx,
  platformId: string,
  activityId: string,
  most: number,
): Promise<Participation[]> {
  const rows = await selectParticipations(database)
    .where('participations.platform_id', '=', platformId)
    .where('participations.activity_id', '=', activityId)
    .orderBy('participations.received_at', 'desc')
    .orderBy('participations.credit_code', 'desc')
    .limit(most)
    .execute()
  return rows.reverse().map(participationOf)
}

/** Those of a platform's activities that a file is about, activity by activity; withdrawn activities have none. */
export async function listParticipationsOfMonths(
  database: Database | Trx,
  platformId: string,
  chosen: Chosen,
): Promise<Participation[]> {
  const rows = await selectParticipations(database)
    .innerJoin('records', (join) =>
      join
        .onRef('records.platform_id', '=', 'participations.platform_id')
        .onRef('records.id', '=', 'participations.activity_id'),
    )
    .where('participations.platform_id', '=', platformId)
    .where(isChosen(chosen))
    .where('records.state', '!=', 'withdrawn')
    .orderBy('records.date')
    .orderBy('records.id')
    .orderBy('participations.confirmed_at')
    .orderBy('participations.credit_code')
    .execute()
  return rows.map(participationOf)
}

export async function countParticipations(
  database: Database | Trx,
  platformId: string,
  activityId: string,
): Promise<number> {
  const { count } = await database
    .selectFrom('participations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('platform_id', '=', platformId)
    .where('activity_id', '=', activityId)
    .executeTakeFirstOrThrow()
  return count
}

/** Adds a rating; it holds until a later one. */
export async function rateParticipation(
  trx: Trx,
  participation: { platformId: string; activityId: string; creditCode: string },
  rating: { stars: number; comment: string; at: Date; personId: string },
): Promise<void> {
  const { platformId, activityId, creditCode } = participation
  const { stars, comment, at, personId } = rating
  await trx
    .insertInto('ratings')
    .values({
      platform_id: platformId,
      activity_id: activityId,
      credit_code: creditCode,
      person_id: personId,
      stars,
      comment,
      rated_at: at,
    })
    .execute()
}

/**
 * Of an activity's participations: how many enterprises scanned by themselves, how many of those are unverified. Those
 * of an earlier release, when nobody asked, are in neither.
 */
export async function countUnverified(
  database: Database | Trx,
  platformId: string,
  activityId: string,
): Promise<{ scans: number; unverified: number }> {
  return database
    .selectFrom('participations')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('unverified', 'is not', null).as('scans'),
      eb.fn.countAll<number>().filterWhere('unverified', '=', true).as('unverified'),
    ])
    .where('platform_id', '=', platformId)
    .where('activity_id', '=', activityId)
    .where('source', '=', 'scan')
    .executeTakeFirstOrThrow()
}

/** Somebody of these enterprises was seen on the spot, or is confirmed: their scans at the activity are verified. */
export async function verifyParticipations(
  trx: Trx,
  platformId: string,
  activityId: string,
  creditCodes: readonly string[],
): Promise<void> {
  if (creditCodes.length === 0) return
  await trx
    .updateTable('participations')
    .set({ unverified: false })
    .where('platform_id', '=', platformId)
    .where('activity_id', '=', activityId)
    .where('credit_code', 'in', creditCodes)
    .where('unverified', '=', true)
    .execute()
}
