/** Puts the example into an empty database: one transaction, a few rows-at-once statements a table. */
import type { Client } from 'pg'
import type { TableRows } from './row'

const ROWS_AT_ONCE = 1500

export async function insertTables(client: Client, tables: readonly TableRows[]): Promise<void> {
  await client.query('begin')
  try {
    for (const { table, rows } of tables) {
      const columns = Object.keys(rows[0] ?? {}).map((column) => `"${column}"`)
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        await client.query(
          `insert into ${table} (${columns.join(', ')})
           select ${columns.join(', ')} from json_populate_recordset(null::${table}, $1::json)`,
          [JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE))],
        )
      }
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  // Without statistics the planner takes each table for a small one.
  await client.query('analyze')
}

export async function isEmpty(client: Client): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from platforms limit 1')
  return rowCount === 0
}
