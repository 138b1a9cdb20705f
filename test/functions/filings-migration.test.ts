/** Reports that were filed before there were versions: they become first versions, and go on counting. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { keepMonthlyReport, readContent, readHistory } from '../../cloudfunctions/backend/filings'
import { transact } from '../../cloudfunctions/backend'
import { migrate } from '../../cloudfunctions/backend/migrations'
import { seed, world } from './harness'

const { database } = world()
const migrations = join(__dirname, '../../cloudfunctions/backend/migrations')

it('keeps what was filed, with its figures approved, and makes nothing of what was not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  const first = '20261121000000_create_tables.sql'
  cpSync(join(migrations, first), join(folder, first))
  await sql`drop schema public cascade; create schema public`.execute(database)
  await migrate(database, folder)
  rmSync(folder, { recursive: true })
  await seed(database, new Date('2023-01-01T00:00:00Z'))
  const { id: filedBy } = await database
    .selectFrom('people')
    .select('id')
    .where('name', '=', '老周')
    .executeTakeFirstOrThrow()
  const report = { platformId: 'p-changsha', dueAt: new Date('2023-06-05T16:00:00Z'), filedBy }
  const filedAt = new Date('2023-06-02T02:00:00Z')
  const figures = { registrations: 30, onlineTransactions: 12 }
  await transact(database, async (trx) => {
    await keepMonthlyReport(trx, { ...report, month: '2023-05', filedAt, figures })
    await keepMonthlyReport(trx, { ...report, month: '2023-06', filedAt: null, figures: {} })
  })

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
