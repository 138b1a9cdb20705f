/**
 * The two databases that the tests of the functions run on. Each test file gets a migrated database of its
 * own: on PGlite a fresh one from a snapshot, on PostgreSQL a copy of a migrated template.
 * Runs in Node itself, outside of jest's vm, which PGlite does not survive.
 */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { Client } from 'pg'
import { connect, databaseSettings } from '../../../cloudfunctions/backend/database'
import { migrate } from '../../../cloudfunctions/backend/migrations'
import { wholeExchanges } from '../../../cloudfunctions/local/database/whole-exchanges.cjs'

/** Variables such as PGHOST, as a function reads them. */
export type Variables = Record<string, string>
export type TestServer = { variables: Variables; close: () => Promise<void> }

const root = join(__dirname, '..', '..', '..')
const cache = join(root, 'node_modules', '.cache', 'window-evaluation')
const migrations = join(root, 'cloudfunctions', 'backend', 'migrations')

/** Changes with the migrations and with PGlite, so that an old snapshot is never taken for a new one. */
function fingerprint(): string {
  const hash = createHash('sha256')
  hash.update(readFileSync(join(root, 'node_modules', '@electric-sql', 'pglite', 'package.json')))
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)))
  return hash.digest('hex').slice(0, 12)
}

const snapshot = () => join(cache, `pglite-${fingerprint()}.tar`)
const template = () => `window_template_${fingerprint()}`

async function migrateAt(variables: Variables): Promise<void> {
  const database = connect(databaseSettings(variables))
  try {
    await migrate(database)
  } finally {
    await database.destroy()
  }
}

async function servePglite(loadDataDir?: Blob): Promise<TestServer & { pglite: PGlite }> {
  const pglite = await PGlite.create(loadDataDir ? { loadDataDir } : {})
  // PGlite takes one connection at a time by default; a pool and a second process need more.
  const server = new PGLiteSocketServer({
    db: wholeExchanges(pglite),
    host: '127.0.0.1',
    port: 0,
    maxConnections: 50,
  })
  await server.start()
  const port = server.getServerConn().split(':').at(-1) ?? ''
  const variables = {
    PGHOST: '127.0.0.1',
    PGPORT: port,
    PGUSER: 'postgres',
    PGPASSWORD: '',
    PGDATABASE: 'postgres',
  }
  const close = async () => {
    await server.stop()
    await pglite.close()
  }
  return { pglite, variables, close }
}

/** A migrated PGlite as a file, made once for these migrations. */
export async function preparePglite(): Promise<void> {
  if (existsSync(snapshot())) return
  const { pglite, variables, close } = await servePglite()
  await migrateAt(variables)
  const data = await pglite.dumpDataDir('none')
  await close()
  mkdirSync(cache, { recursive: true })
  const unfinished = `${snapshot()}.${process.pid}`
  writeFileSync(unfinished, Buffer.from(await data.arrayBuffer()))
  renameSync(unfinished, snapshot())
}

export function startPglite(): Promise<TestServer> {
  return servePglite(new Blob([readFileSync(snapshot())]))
}

function variablesOf(url: string, database?: string): Variables {
  const { hostname, port, username, password, pathname } = new URL(url)
  return {
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: database ?? decodeURIComponent(pathname.slice(1)),
  }
}

async function administer(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** The migrated template on the server of `url`, made once for these migrations. */
export async function preparePostgresql(url: string): Promise<void> {
  await administer(url, async (client) => {
    // Two runs of the tests at once on one server: one makes the template, the other waits.
    await client.query('select pg_advisory_lock(20261121)')
    const found = await client.query('select 1 from pg_database where datname = $1', [template()])
    if (found.rowCount === 0) {
      const unfinished = `${template()}_making`
      await client.query(`drop database if exists ${unfinished}`)
      await client.query(`create database ${unfinished}`)
      await migrateAt(variablesOf(url, unfinished))
      await client.query(`alter database ${unfinished} rename to ${template()}`)
    }
  })
}

export async function startPostgresql(url: string): Promise<TestServer> {
  const name = `window_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await administer(url, async (client) => {
    // Copies of one template are made one after the other.
    await client.query('select pg_advisory_lock(20261121)')
    await client.query(`create database ${name} template ${template()}`)
  })
  return {
    variables: variablesOf(url, name),
    close: () =>
      administer(url, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`)
      }),
  }
}
