/** Reports that were filed before there were versions, and before their returns were kept: they go on counting. */
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { readContent, readHistory } from '../../cloudfunctions/backend/filings'
import { migrate } from '../../cloudfunctions/backend/migrations'
import { seed, world } from './harness'

const { database } = world()
const migrations = join(__dirname, '../../cloudfunctions/backend/migrations')

/** An empty database as it was before a migration, with the people and platforms of the cast; gives who files. */
async function before(migration: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  for (const file of readdirSync(migrations).filter((each) => each.endsWith('.sql') && each < migration)) {
    cpSync(join(migrations, file), join(folder, file))
  }
  await sql`drop schema public cascade; create schema public`.execute(database)
  await migrate(database, folder)
  rmSync(folder, { recursive: true })
  await seed(database, new Date('2023-01-01T00:00:00Z'))
  const { id } = await database
    .selectFrom('people')
    .select('id')
    .where('name', '=', '老周')
    .executeTakeFirstOrThrow()
  return id
}

const dueAt = new Date('2023-06-05T16:00:00Z')
async function keepReport(month: string, filed: Date | null, filedBy: string, figures = {}): Promise<void> {
  await database
    .insertInto('monthly_reports')
    .values({
      ...{ platform_id: 'p-changsha', month, due_at: dueAt, filed_at: filed, filed_by: filed && filedBy },
      figures: JSON.stringify(figures),
    })
    .execute()
}

it('keeps what was filed, with its figures approved, and makes nothing of what was not', async () => {
  const filedBy = await before('20261122')
  const filedAt = new Date('2023-06-02T02:00:00Z')
  await keepReport('2023-05', filedAt, filedBy, { registrations: 30, onlineTransactions: 12 })
  await keepReport('2023-06', null, filedBy)

  await migrate(database)
  const key = { platformId: 'p-changsha', kind: 'monthly' as const, period: '2023-05' }
  expect(await readContent(database, key, 1)).toEqual({
    kind: 'monthly',
    monthly: {
      remark: '',
      figures: [
        { name: 'onlineTransactions', value: 12, source: '月报' },
        { name: 'registrations', value: 30, source: '月报' },
      ],
    },
  })
  const { versions, signOffs } = await readHistory(database, key)
  expect(versions).toMatchObject([{ version: 1, filedAt, by: '老周' }])
  expect(signOffs).toMatchObject([{ version: 1, decision: 'approve', at: filedAt }])
  expect((await readHistory(database, { ...key, period: '2023-06' })).versions).toEqual([])
})

it('tells of each report when it was first filed and how often it was sent back, and changes nothing else', async () => {
  const filedBy = await before('20261126150000')
  const filing = { platform_id: 'p-changsha', kind: 'monthly' as const, filed_by: filedBy, content: '{}' }
  const instant = (day: number, hour = 2) => new Date(Date.UTC(2023, 5, day, hour))
  const file = (period: string, version: number, filed_at: Date) =>
    database
      .insertInto('filings')
      .values({ ...filing, period, version, filed_at })
      .execute()
  const decide = (
    period: string,
    version: number,
    number: number,
    decision: 'approve' | 'refuse',
    at: Date,
  ) =>
    database
      .insertInto('filing_sign_offs')
      .values({
        ...{ platform_id: 'p-changsha', kind: 'monthly', period, version, number, decision, reason: '退回' },
        ...{ decided_by: filedBy, decided_at: at },
      })
      .execute()
  // Sent back twice, the second time after an approval, and filed late.
  await file('2023-05', 1, instant(1))
  await decide('2023-05', 1, 1, 'refuse', instant(2))
  await file('2023-05', 2, instant(7))
  await decide('2023-05', 2, 1, 'approve', instant(8))
  await decide('2023-05', 2, 2, 'refuse', instant(9))
  await keepReport('2023-05', instant(7), filedBy, { registrations: 3 })
  await file('2023-04', 1, instant(3))
  await decide('2023-04', 1, 1, 'approve', instant(4))
  await keepReport('2023-04', instant(3), filedBy)
  await keepReport('2023-03', null, filedBy)
  // Filed without a version, as long ago: the filing that counts is the first that is known.
  await keepReport('2023-02', instant(2), filedBy)
  const kept = () =>
    database
      .selectFrom('monthly_reports')
      .select(['month', 'due_at', 'filed_at', 'filed_by', 'figures'])
      .orderBy('month', 'desc')
      .execute()
  const unchanged = await kept()
  const mark = { platform_id: 'p-changsha', id: randomUUID(), year: '2023', criterion: 'daily/coordination' }
  await database
    .insertInto('marks')
    .values({ ...mark, points: 8, reason: '配合及时', judge_id: filedBy, judge: '省工信厅' })
    .execute()

  await migrate(database)
  expect(await kept()).toEqual(unchanged)
  const marks = await database.selectFrom('marks').selectAll().execute()
  expect(marks).toMatchObject([{ ...mark, points: 8, judge: '省工信厅', body: null }])
  const told = await database
    .selectFrom('monthly_reports')
    .select(['month', 'first_filed_at', 'returns'])
    .orderBy('month', 'desc')
    .execute()
  expect(told).toEqual([
    { month: '2023-05', first_filed_at: instant(1), returns: 2 },
    { month: '2023-04', first_filed_at: instant(3), returns: 0 },
    { month: '2023-03', first_filed_at: null, returns: 0 },
    { month: '2023-02', first_filed_at: instant(2), returns: 0 },
  ])
})
