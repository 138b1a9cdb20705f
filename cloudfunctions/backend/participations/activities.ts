/** The activity that people confirm at: its stored record, with the platform that organises it. */
import { type ActivityPayload, type ServerState } from '../../../src/shared/records'
import type { Database, Trx } from '../database'
import { readPayload } from '../readable-records'

export type StoredActivity = {
  id: string
  platform: { id: string; name: string; areaCode: string }
  /** The month of its day, `2023-04`. */
  month: string
  state: ServerState
  payload: ActivityPayload
}

/**
 * An activity on the server, or null: unknown, or a record of another kind. `hold` keeps its state and
 * times as they are until the end of the transaction; others may hold it as well.
 */
export async function findActivity(
  database: Database | Trx,
  id: string,
  { hold = false } = {},
): Promise<StoredActivity | null> {
  const query = database
    .selectFrom('records')
    .innerJoin('platforms', 'platforms.id', 'records.platform_id')
    .select(['records.month', 'records.state', 'records.payload'])
    .select(['platforms.id as platform_id', 'platforms.name', 'platforms.area_code'])
    .where('records.id', '=', id)
  const row = await (hold ? query.forShare('records') : query).executeTakeFirst()
  if (!row) return null
  const payload = readPayload(row.payload)
  if (payload?.kind !== 'activity') return null
  const platform = { id: row.platform_id, name: row.name, areaCode: row.area_code }
  return { id, platform, month: row.month, state: row.state, payload }
}
