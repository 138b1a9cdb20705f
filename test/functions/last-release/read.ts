/** What the last release wrote, and its database put back on its own migrations. */
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { z } from 'zod'
import { transact, type Database } from '../../../cloudfunctions/backend'
import { migrate } from '../../../cloudfunctions/backend/migrations'
import type * as Contract from '../../../src/shared/contract'
import type { makePhone } from '../../../src/phone/parts'

const text = (name: string) => gunzipSync(readFileSync(join(__dirname, name))).toString('utf8')
const read = <T>(name: string, schema: z.ZodType<T>): T => schema.parse(JSON.parse(text(name)))
export const migrationsFolder = join(__dirname, '../../../cloudfunctions/backend/migrations')

const rows = z.record(z.string(), z.array(z.record(z.string(), z.unknown())))
const written = () =>
  read('database.json.gz', z.object({ migrations: z.record(z.string(), z.string()), rows }))

export const keptStorage = () => read('storage.json.gz', z.record(z.string(), z.string()))

export const recordedRequests = () =>
  read(
    'requests.json.gz',
    z.array(
      z.object({
        now: z.string(),
        openid: z.string().nullable(),
        byTimer: z.boolean(),
        name: z.string(),
        event: z.object({ action: z.string(), input: z.unknown() }),
        answer: z.object({ ok: z.boolean(), data: z.unknown().optional() }),
        results: z.array(z.string()).optional(),
      }),
    ),
  )

type Released = Pick<typeof Contract, 'contract' | 'failureSchema'> & { makePhone: typeof makePhone }

/** The phone of the last release. It runs in this realm, as a page's script does. */
export function releasedPhone(): Released {
  const module: { exports: Partial<Released> } = { exports: {} }
  const wrapped = `(function (module, exports, require) {${text('phone.cjs.gz')}\n})`
  const run: unknown = new Script(wrapped, { filename: 'phone.cjs' }).runInThisContext()
  if (typeof run !== 'function') throw new Error('the bundle is no module')
  run(module, module.exports, createRequire(__filename))
  const { makePhone: make, contract, failureSchema } = module.exports
  if (!make || !contract || !failureSchema) throw new Error('the bundle lacks something')
  return { makePhone: make, contract, failureSchema }
}

/** Migrations of the last release whose text has changed since, which would leave old databases behind. */
export function changedMigrations(): string[] {
  return Object.entries(written().migrations)
    .filter(([file, digest]) => {
      const now = createHash('sha256').update(readFileSync(join(migrationsFolder, file)))
      return now.digest('hex') !== digest
    })
    .map(([file]) => file)
}

/** Puts the database back as the last release left it, then brings it to the newest migration. */
export async function restore(database: Database): Promise<string[]> {
  const { migrations, rows: tables } = written()
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  for (const file of Object.keys(migrations)) cpSync(join(migrationsFolder, file), join(folder, file))
  await sql`drop schema public cascade; create schema public`.execute(database)
  await migrate(database, folder)
  rmSync(folder, { recursive: true })
  await transact(database, async (trx) => {
    // As a restored dump does: neither references nor triggers are asked while the rows arrive.
    await sql`set local session_replication_role = replica`.execute(trx)
    for (const [table, content] of Object.entries(tables)) {
      await sql`delete from ${sql.table(table)}`.execute(trx)
      const columns = await sql<{ name: string; counts: boolean }>`select column_name as name,
          is_identity = 'YES' as counts from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`.execute(trx)
      const names = sql.join(columns.rows.map(({ name }) => sql.ref(name)))
      await sql`insert into ${sql.table(table)} (${names}) overriding system value
        select ${names} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(content)}::json)`.execute(
        trx,
      )
      for (const { name } of columns.rows.filter(({ counts }) => counts)) {
        await sql`select setval(pg_get_serial_sequence(${table}, ${name}),
          (select coalesce(max(${sql.ref(name)}), 1) from ${sql.table(table)}))`.execute(trx)
      }
    }
  })
  return migrate(database)
}
