/**
 * The migrations: plain SQL files beside this one, applied in the order of their names. They are read
 * from disk by the commands and the local host; the deployed functions neither carry nor run them, so
 * that their database user needs no right to change tables.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Migrator, sql, type Kysely, type Migration } from 'kysely'

export const migrationName = /^\d{14}_[a-z0-9]+(_[a-z0-9]+)+\.sql$/

/** The migrations of a folder by name. Throws on a file whose name is not `YYYYMMDDHHMMSS_verb_thing.sql`. */
export async function readMigrations(folder = __dirname): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  const migrations: Record<string, Migration> = {}
  for (const file of files) {
    if (!migrationName.test(file))
      throw new Error(`a migration is named YYYYMMDDHHMMSS_verb_thing.sql: ${file}`)
    const text = await readFile(join(folder, file), 'utf8')
    migrations[file.slice(0, -4)] = {
      up: async (database) => {
        await sql.raw(text).execute(database)
      },
    }
  }
  return migrations
}

/**
 * Brings a database to the newest migration; several processes may do so at once, one waits for the other.
 * All of it happens in one transaction: it is applied whole or not at all. Returns the names applied now.
 */
export async function migrate<Tables>(database: Kysely<Tables>, folder?: string): Promise<string[]> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => readMigrations(folder) },
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return (results ?? []).map((result) => result.migrationName)
}
