/** What the database holds, to tell whether something was written, and how much. */
import { sql } from 'kysely'
import type { Database } from '../../../cloudfunctions/backend'

/** Rows of each table and a digest of them all. */
export type State = { rows: Record<string, number>; digest: string }

/** Without the counts of tries, which stay of a refused call too, and of changes, which may leave some numbers out. */
export async function stateOf(database: Database): Promise<State> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%' and tablename not in ('rate_limits', 'platform_changes')
    order by 1`.execute(database)
  const parts = tables.map(
    ({ name }) => sql`select ${name} as name, count(*)::int as rows,
      md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${sql.table(name)} t`,
  )
  const { rows } = await sql<{
    name: string
    rows: number
    digest: string
  }>`${sql.join(parts, sql` union all `)}`.execute(database)
  return {
    rows: Object.fromEntries(rows.map((row) => [row.name, row.rows])),
    digest: rows.map(({ digest }) => digest).join(),
  }
}

/** Rows added to each table that got some. */
export function added(from: State, to: State): Record<string, number> {
  const all = Object.entries(to.rows).map(([name, rows]): [string, number] => [
    name,
    rows - (from.rows[name] ?? 0),
  ])
  return Object.fromEntries(all.filter(([, rows]) => rows !== 0))
}
