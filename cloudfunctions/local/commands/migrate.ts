/**
 * Brings a deployed database to the newest migration: `npm run migrate`, with PGHOST, PGUSER, PGPASSWORD, PGDATABASE
 * (and PGPORT, PGSSL) of a user who may change tables, or MIGRATE_PGHOST, MIGRATE_PGUSER, … in their stead. Safe to run
 * again, and from two places at once.
 */
import { connect } from '../../backend'
import { migrate } from '../../backend/migrations'
import { ownerSettings } from './owner-settings'

async function run(): Promise<void> {
  const database = connect(ownerSettings(process.env))
  try {
    const applied = await migrate(database)
    console.log(applied.length === 0 ? 'the database is up to date' : `applied ${applied.join(', ')}`)
  } finally {
    await database.destroy()
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'the migration failed')
  process.exitCode = 1
})
