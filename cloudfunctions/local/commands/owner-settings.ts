/**
 * How the commands reach the database: seldom as the functions do. `MIGRATE_PGHOST`, `MIGRATE_PGUSER` and so on stand in
 * for `PGHOST`, `PGUSER`, … where they are given.
 */
import { databaseSettings, type DatabaseSettings } from '../../backend'

type Variables = Record<string, string | undefined>

/** A migration may rewrite a large table. The functions' own limit would give it up and take it back. */
const QUERY_SECONDS = 30 * 60
const PRIVATE =
  /^(localhost$|\/|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][\da-f]{2}:)/i

/** Throws an Error that names what is missing, never a value. */
export function ownerSettings(variables: Variables): DatabaseSettings {
  const own = Object.fromEntries(
    Object.entries(variables)
      .filter(([name]) => name.startsWith('MIGRATE_PG'))
      .map(([name, value]) => [name.slice('MIGRATE_'.length), value]),
  )
  const settings = databaseSettings({ ...variables, ...own })
  const elsewhere = own.PGHOST !== undefined && !PRIVATE.test(own.PGHOST)
  // Over the internet nothing goes in the clear unless somebody says so; a server that cannot encrypt refuses aloud.
  const PGSSL =
    elsewhere && own.PGSSL === undefined && settings.PGSSL === 'disable' ? 'require' : settings.PGSSL
  return { ...settings, PGSSL, PGQUERY_TIMEOUT: QUERY_SECONDS }
}

/** Do these variables name a database at all? */
export const namesDatabase = (variables: Variables) => Boolean(variables.PGHOST || variables.MIGRATE_PGHOST)
