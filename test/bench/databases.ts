// The two databases that a bench runs on, migrated and empty: PGlite in a folder as the local host opens it, and
// PostgreSQL where TEST_DATABASE_URL names one, or one of its own where its programs are installed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { connect, databaseSettings, type Database } from '../../cloudfunctions/backend/database'
import { migrate } from '../../cloudfunctions/backend/migrations'
import { openDatabase } from '../../cloudfunctions/local/database'
import { preparePostgresql, startPostgresql } from '../functions/harness/servers'
import { isInstalled, ownServer } from '../postgresql/server'
import type { BenchRow } from './bench'

/** `database` is what the functions use; `client` is for putting things there, without their time limit. */
export type Open = { server: 'PGlite' | 'PostgreSQL'; database: Database; client: Client }
type Work<Result> = (open: Open) => Promise<Result>

export async function onPglite<Result>(work: Work<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'window-bench-'))
  const local = await openDatabase(join(folder, 'database'))
  try {
    return await useIt('PGlite', local.environment, () => local.connect(), work)
  } finally {
    await local.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the work on both; in place of PostgreSQL's rows stands why there are none, under the name `what`. */
export async function onBoth(what: (server: string) => string, work: Work<BenchRow[]>): Promise<BenchRow[]> {
  return [...(await onPglite(work)), ...(await onPostgresql(what('PostgreSQL'), work))]
}

/** Runs the work on PostgreSQL alone; without one the row `what` says so. */
export async function onPostgresql(what: string, work: Work<BenchRow[]>): Promise<BenchRow[]> {
  const named = process.env.TEST_DATABASE_URL
  if (named !== undefined) return onServer(named, work)
  if (!isInstalled())
    return [{ what, leftOut: 'no PostgreSQL is installed, and TEST_DATABASE_URL is not set' }]
  const own = ownServer({ connections: 100 })
  try {
    await own.create()
    return await onServer(`postgres://postgres@127.0.0.1:${own.variables.PGPORT}/postgres`, work)
  } finally {
    await own.remove()
  }
}

async function onServer<Result>(url: string, work: Work<Result>): Promise<Result> {
  await preparePostgresql(url)
  const server = await startPostgresql(url)
  const { variables } = server
  const open = async () => {
    const client = new Client({
      host: variables.PGHOST,
      port: Number(variables.PGPORT),
      user: variables.PGUSER,
      password: variables.PGPASSWORD,
      database: variables.PGDATABASE,
    })
    await client.connect()
    return client
  }
  try {
    return await useIt('PostgreSQL', variables, open, work)
  } finally {
    await server.close()
  }
}

async function useIt<Result>(
  server: Open['server'],
  variables: Record<string, string>,
  openClient: () => Promise<Client>,
  work: Work<Result>,
): Promise<Result> {
  const database = connect(databaseSettings({ ...variables, PGPOOL_MAX: '10' }))
  await migrate(database)
  const client = await openClient()
  try {
    return await work({ server, database, client })
  } finally {
    await client.end()
    await database.destroy()
  }
}
