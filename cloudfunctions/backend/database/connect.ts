/** One pool for an instance of a function, made when the module loads; it connects at the first query. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Pool, TypeOverrides, types } from 'pg'
import type { DatabaseSettings } from './settings'
import type { Tables } from './tables'

export type Database = Kysely<Tables>
export type Trx = Transaction<Tables>

/**
 * How values leave the driver, decided here and nowhere else: a `date` stays text (no zone can shift it),
 * `bigint` and `numeric` become numbers. None of our columns needs more than 2^53 or 15 digits; a
 * bigger value is an error rather than a rounded one.
 */
const parsers = new TypeOverrides()
parsers.setTypeParser(types.builtins.DATE, (value) => value)
parsers.setTypeParser(types.builtins.NUMERIC, Number)
parsers.setTypeParser(types.builtins.INT8, (value) => {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError('a bigint of the database is beyond 2^53')
  return number
})

/** A database on a pool. Close it with `destroy()`. `onIdleError` hears of connections that break while unused. */
export function connect(settings: DatabaseSettings, onIdleError: () => void = () => undefined): Database {
  const pool = new Pool({
    host: settings.PGHOST,
    port: settings.PGPORT,
    user: settings.PGUSER,
    password: settings.PGPASSWORD,
    database: settings.PGDATABASE,
    ssl: settings.PGSSL === 'disable' ? false : { rejectUnauthorized: settings.PGSSL === 'verify-full' },
    max: settings.PGPOOL_MAX,
    types: parsers,
    connectionTimeoutMillis: settings.PGCONNECT_TIMEOUT * 1000,
    query_timeout: settings.PGQUERY_TIMEOUT * 1000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  })
  // Without these listeners a connection that breaks ends the process: while idle, and in the middle of a call,
  // whose query fails by itself.
  pool.on('error', onIdleError)
  pool.on('connect', (client) => client.on('error', () => undefined))
  // A rollback that timed out leaves its transaction open: the next call's commit would keep the half that was given up.
  pool.on('release', (_error, client) => {
    if (client.getTransactionStatus() !== 'I') void client.end()
  })
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
