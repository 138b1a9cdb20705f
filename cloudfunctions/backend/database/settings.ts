/** Where the database is: environment variables, parsed once. The names are those of PostgreSQL's own clients. */
import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)

const seconds = z.coerce.number().int().min(1).max(60)

const environment = z.object({
  PGHOST: z.string().min(1),
  PGPORT: port.default(5432),
  PGUSER: z.string().min(1),
  PGPASSWORD: z.string().default(''),
  PGDATABASE: z.string().min(1),
  /** `require` encrypts without checking the certificate (as CloudBase's own example does), `verify-full` checks it. */
  PGSSL: z.enum(['disable', 'require', 'verify-full']).default('disable'),
  /** Connections of one instance; an instance serves one call at a time. */
  PGPOOL_MAX: z.coerce.number().int().min(1).max(50).default(2),
  /** Seconds until a connection must be there. */
  PGCONNECT_TIMEOUT: seconds.default(5),
  /**
   * Seconds until a query must be answered. Taking its transaction back waits as long again, and both must fit into
   * the 20 s of a function, so that the caller is told to try later.
   */
  PGQUERY_TIMEOUT: seconds.default(7),
})

export type DatabaseSettings = z.infer<typeof environment>

/** Settings from variables such as `process.env`. Throws an Error that names what is missing, never a value. */
export function databaseSettings(variables: Record<string, string | undefined>): DatabaseSettings {
  const parsed = environment.safeParse(variables)
  if (parsed.success) return parsed.data
  const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))]
  throw new Error(`the database's settings are missing or wrong: ${names.join(', ')}`)
}
