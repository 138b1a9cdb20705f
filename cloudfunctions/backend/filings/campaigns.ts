/** Approved activities of the campaigns in a year, for the annual summary. */
import { sql } from 'kysely'
import { z } from 'zod'
import { monthsOf } from '../../../src/shared/calendar'
import type { CampaignWork } from '../../../src/shared/filings'
import type { Database, Trx } from '../database'

const row = z.object({
  campaign: z.enum(['together', 'service-month']),
  activities: z.number(),
  attendances: z.number(),
})

/** One row for each campaign that had any. */
export async function campaignWorkOf(
  database: Database | Trx,
  platformId: string,
  year: string,
): Promise<CampaignWork[]> {
  const { rows } = await sql`
    select payload->>'campaign' as campaign, count(*) as activities,
      sum(coalesce(approved_attendances, (payload->>'attendances')::int)) as attendances
    from records
    where platform_id = ${platformId} and kind = 'activity' and state = 'approved'
      and month = any(${monthsOf(year)}::text[]) and payload->>'campaign' in ('together', 'service-month')
    group by 1 order by 1 desc`.execute(database)
  return rows.map((each) => row.parse(each))
}
