/** The database as the functions see it: columns, values, triggers, migrations, transactions. */
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import {
  connect,
  databaseSettings,
  isUnavailable,
  transact,
  type Database,
} from '../../cloudfunctions/backend'
import { migrate, readMigrations } from '../../cloudfunctions/backend/migrations'
import { world } from '../functions/harness'

const { database } = world()
const onPostgresql = process.env.TEST_SERVER === 'postgresql'

it('is used from another time zone in each of the two runs', () => {
  const zone = onPostgresql ? 'Asia/Shanghai' : 'UTC'
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
})

/** The interfaces of the tables as text: `RecordsTable` → its columns. */
function declaredColumns(): Record<string, string[]> {
  const text = ['evaluation-tables', 'filing-tables', 'flag-tables', 'tables']
    .map((file) => readFileSync(join(__dirname, `../../cloudfunctions/backend/database/${file}.ts`), 'utf8'))
    .join('\n')
  const [, tables = ''] = text.split('export interface Tables {')
  const declared: Record<string, string[]> = {}
  for (const [, table = '', type = ''] of tables.matchAll(/^ {2}(\w+): (\w+)$/gm)) {
    const [, body = ''] = text.split(`export interface ${type} {`)
    const [members = ''] = body.split('\n}')
    declared[table] = [...members.matchAll(/^ {2}(\w+): (.+)$/gm)]
      .map(
        ([, column = '', columnType = '']) =>
          `${column}${columnType.includes('null') && !columnType.startsWith('ColumnType') ? '?' : ''}`,
      )
      .sort()
  }
  return declared
}

describe('the tables of the code', () => {
  it('have the columns of the migrated database, and null where it allows null', async () => {
    const { rows } = await sql<{ table: string; column: string; nullable: boolean; type: string }>`
      select table_name as table, column_name as column, is_nullable = 'YES' as nullable, data_type as type
      from information_schema.columns
      where table_schema = 'public' and table_name not like 'kysely%'`.execute(database)
    const real: Record<string, string[]> = {}
    for (const { table, column, nullable, type } of rows) {
      // What a jsonb column holds is unknown until parsed, null or not.
      const list = (real[table] ??= [])
      list.push(`${column}${nullable && type !== 'jsonb' ? '?' : ''}`)
    }
    for (const list of Object.values(real)) list.sort()
    expect(Object.keys(real).length).toBeGreaterThan(20)
    expect(declaredColumns()).toEqual(real)
  })
})

describe('values', () => {
  it('refuses a bigint that a number cannot hold, instead of rounding it', async () => {
    const one = (text: string) => sql<{ value: unknown }>`select ${sql.raw(text)} as value`.execute(database)
    await expect(one(`9007199254740993::bigint`)).rejects.toThrow(RangeError)
    expect((await one(`9007199254740991::bigint`)).rows[0]?.value).toBe(9007199254740991)
  })

  it('reads a date as its text in any zone, and a numeric as a number', async () => {
    const { rows } = await sql<{ day: unknown; points: unknown }>`
      select date '2023-01-01' as day, numeric '80.350000' as points`.execute(database)
    expect(rows).toEqual([{ day: '2023-01-01', points: 80.35 }])
  })

  it('gives each of many readers its own answer while others hold transactions', async () => {
    const value = async (trx: Database, index: number) => {
      const { rows } = await sql<{ value: number }>`select ${index}::int as value`.execute(trx)
      return rows[0]?.value
    }
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        index % 3 === 0 ? transact(database, (trx) => value(trx, index)) : value(database, index),
      ),
    )
    expect(answers).toEqual(Array.from({ length: 120 }, (_, index) => index))
  })
})

describe('what the database itself refuses', () => {
  const columns = {
    platform_id: 'p-changsha',
    period: '2023-06',
    rubric_id: 'r',
    rubric_version: '1',
    tier: 'city',
  }

  it('refuses to change or remove an entry of the audit log', async () => {
    await database.insertInto('audit_log').values({ action: 'test', subject: 'x' }).execute()
    await expect(database.updateTable('audit_log').set({ action: 'other' }).execute()).rejects.toThrow(
      'append-only',
    )
    await expect(database.deleteFrom('audit_log').execute()).rejects.toThrow('append-only')
    const left = await database.selectFrom('audit_log').select('action').where('subject', '=', 'x').execute()
    expect(left).toEqual([{ action: 'test' }])
  })

  it('refuses to change or remove a frozen result, and lets it be published', async () => {
    await database
      .insertInto('rubrics')
      .values({
        id: 'r',
        version: '1',
        tier: 'city',
        period_from: '2023-01-01',
        period_to: '2023-12-31',
        document: '{}',
        digest: 'd',
      })
      .execute()
    const id = randomUUID()
    await database
      .insertInto('results')
      .values({
        ...columns,
        id,
        facts: '{}',
        increment: '{}',
        card: '{}',
        total: 80.35,
        digest: 'd',
        state: 'provisional',
        computed_at: new Date(),
      })
      .execute()
    const change = (changes: { total?: number; state?: 'provisional' | 'frozen' | 'published' }) =>
      database.updateTable('results').set(changes).where('id', '=', id).execute()
    await change({ total: 81 })
    await change({ state: 'frozen' })
    await expect(change({ total: 82 })).rejects.toThrow('does not change')
    await expect(change({ state: 'provisional' })).rejects.toThrow('does not change')
    await expect(database.deleteFrom('results').where('id', '=', id).execute()).rejects.toThrow('stays')
    await change({ state: 'published' })
    const kept = await database
      .selectFrom('results')
      .select(['total', 'state'])
      .where('id', '=', id)
      .execute()
    expect(kept).toEqual([{ total: 81, state: 'published' }])
  })
})

describe('migrations', () => {
  it('refuses a file whose name is not its time and what it does', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
    writeFileSync(join(folder, 'create-tables.sql'), 'select 1;')
    await expect(readMigrations(folder)).rejects.toThrow('create-tables.sql')
    rmSync(folder, { recursive: true })
  })

  it('leaves nothing of a migration that fails half way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
    cpSync(join(__dirname, '../../cloudfunctions/backend/migrations'), folder, { recursive: true })
    writeFileSync(
      join(folder, '20991231000000_create_half.sql'),
      'create table half_made (id text); select 1/0;',
    )
    await expect(migrate(database, folder)).rejects.toThrow('division by zero')
    rmSync(folder, { recursive: true })
    const { rows } = await sql`select 1 from pg_tables where tablename = 'half_made'`.execute(database)
    expect(rows).toEqual([])
  })

  it('does nothing to a database that is at the newest one', async () => {
    expect(await migrate(database)).toEqual([])
  })

  it('applies each migration once when three start at the same time on an empty database', async () => {
    const settings = databaseSettings(process.env)
    const empty = `${settings.PGDATABASE}_empty`
    if (onPostgresql) await sql`create database ${sql.id(empty)}`.execute(database)
    else await sql`drop schema public cascade; create schema public`.execute(database)
    const databases = Array.from({ length: 3 }, () =>
      connect({ ...settings, ...(onPostgresql ? { PGDATABASE: empty } : {}) }),
    )
    const outcomes = await Promise.allSettled(databases.map((one) => migrate(one)))
    await Promise.all(databases.map((one) => one.destroy()))
    if (onPostgresql) await sql`drop database ${sql.id(empty)}`.execute(database)
    const applied = outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? outcome.value : [outcome.reason],
    )
    expect(applied.flat()).toEqual(Object.keys(await readMigrations()))
  }, 20_000)
})

describe('transactions', () => {
  it('runs a transaction again that lost against another, and gives up after three times', async () => {
    let attempts = 0
    const losing = (times: number) =>
      transact(database, async (trx) => {
        attempts += 1
        if (attempts <= times)
          await sql`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`.execute(trx)
        return attempts
      })
    expect(await losing(2)).toBe(3)
    attempts = 0
    await expect(losing(3)).rejects.toMatchObject({ code: '40001' })
    expect(attempts).toBe(3)
  })

  it('knows an unreachable database from a wrong query', async () => {
    const gone = connect({ ...databaseSettings(process.env), PGPORT: 1 })
    const unreachable: unknown = await sql`select 1`.execute(gone).catch((error: unknown) => error)
    const wrong: unknown = await sql`select 1/0`.execute(database).catch((error: unknown) => error)
    await gone.destroy()
    expect([isUnavailable(unreachable), isUnavailable(wrong)]).toEqual([true, false])
  })

  it('takes a database that can only be read, as in a failover, for one to ask again later', async () => {
    const refused: unknown = await database
      .transaction()
      .execute(async (trx) => {
        await sql`set transaction read only`.execute(trx)
        await trx.insertInto('rate_limits').values({ key: 'x', starts_at: new Date() }).execute()
      })
      .catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: '25006' })
    expect(isUnavailable(refused)).toBe(true)
  })
})

describe('settings', () => {
  it('names what is missing or wrong, and never a value', () => {
    const wrong = { PGHOST: 'db', PGPORT: 'secret-port', PGPASSWORD: 'secret' }
    expect(() => databaseSettings(wrong)).toThrow(
      /^the database's settings are missing or wrong: PGPORT, PGUSER, PGDATABASE$/,
    )
  })

  it('takes two connections and no encryption by default', () => {
    const settings = databaseSettings({ PGHOST: 'db', PGUSER: 'u', PGDATABASE: 'd' })
    expect(settings).toMatchObject({ PGPORT: 5432, PGPOOL_MAX: 2, PGSSL: 'disable' })
  })
})
