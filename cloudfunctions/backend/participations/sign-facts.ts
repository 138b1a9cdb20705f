/** What the participations of activities say about how they came to be. */
import { sql } from 'kysely'
import { signLimits, type SignFacts } from '../../../src/shared/records'
import type { Database, Trx } from '../database'

export type ParticipationFacts = Pick<SignFacts, 'confirmed' | 'onePhone' | 'burst' | 'late' | 'far'>

/** By activity; those without participations are not in it. */
export async function participationFacts(
  database: Database | Trx,
  activities: readonly { platformId: string; id: string }[],
): Promise<Map<string, ParticipationFacts>> {
  if (activities.length === 0) return new Map()
  const scans = database
    .selectFrom('participations')
    .select(['activity_id', 'late', 'distance_m'])
    .select(
      sql<number>`count(*) filter (where source = 'scan')
        over (partition by activity_id, person_id)`.as('of_phone'),
    )
    .select(
      sql<number>`count(*) filter (where source = 'scan')
        over (partition by activity_id order by received_at
          range between make_interval(secs => ${signLimits.burstSeconds}) preceding and current row)`.as(
        'in_burst',
      ),
    )
    .where(
      // Two parameters, however many activities: a statement has no more than 65,535.
      sql<boolean>`(platform_id, activity_id) in (select * from unnest(
        ${activities.map(({ platformId }) => platformId)}::text[], ${activities.map(({ id }) => id)}::uuid[]
      ))`,
    )
  const rows = await database
    .selectFrom(scans.as('scans'))
    .select((eb) => [
      'activity_id',
      eb.fn.countAll<number>().as('confirmed'),
      eb.fn.max<number>('of_phone').as('onePhone'),
      eb.fn.max<number>('in_burst').as('burst'),
      eb.fn.countAll<number>().filterWhere('late', '=', true).as('late'),
      eb.fn.countAll<number>().filterWhere('distance_m', '>', signLimits.farMetres).as('far'),
    ])
    .groupBy('activity_id')
    .execute()
  return new Map(rows.map(({ activity_id, ...facts }) => [activity_id, facts]))
}
