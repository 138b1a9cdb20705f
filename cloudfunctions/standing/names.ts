/** The names of people who decided, by their ids. */
import type { Trx } from '../backend'

export async function namesOf(trx: Trx, personIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return new Map()
  const rows = await trx.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
