/** What the tests of records add to the harness: pushing, and what stands in the database afterwards. */
import { sql } from 'kysely'
import { createFunction as createReview } from '../../cloudfunctions/review/create-function'
import type { PushResult } from '../../src/shared/contract'
import { activity, createRecords, host, world, type Name } from './harness'

/** Sent as a phone sends it: as JSON, so that nothing but data arrives. */
const sentForm = (pushed: unknown): { id: string } => JSON.parse(JSON.stringify(pushed))

/** Only the database refuses it, once `refuseUnstorable` has been called: what comes of a fault of the server. */
export const unstorable = activity({ title: '绝密存不下' })

export function recordsWorld() {
  const everything = world()
  const { database } = everything
  const as = host(everything, 'records', createRecords)
  async function push(who: Name, ...records: unknown[]): Promise<PushResult[]> {
    return (await as(who).call('push', { records: records.map(sentForm) })).results
  }
  return {
    ...everything,
    as,
    refuseUnstorable: () =>
      sql`alter table records add constraint storable check (payload ->> 'title' <> '绝密存不下')`.execute(
        database,
      ),
    reviewing: host(everything, 'review', createReview),
    push,
    async pushOne(who: Name, pushed: unknown): Promise<PushResult> {
      const [result] = await push(who, pushed)
      if (!result) throw new Error('no result')
      return result
    },
    revisionsOf: (id: string) =>
      database
        .selectFrom('record_revisions')
        .selectAll()
        .where('record_id', '=', id)
        .orderBy('revision')
        .execute(),
    deedsOf: (id: string) =>
      database.selectFrom('audit_log').selectAll().where('subject', '=', id).orderBy('id').execute(),
    versionOf: async (month: string, platformId = 'p-changsha') => {
      const row = await database
        .selectFrom('month_versions')
        .select('version')
        .where('platform_id', '=', platformId)
        .where('month', '=', month)
        .executeTakeFirst()
      return row?.version ?? 0
    },
  }
}
