/** What was stated and judged is only ever added to, whoever asks the database. */
import { sql } from 'kysely'
import { evaluatedWorld } from './evaluating'

const { database, evaluate } = evaluatedWorld()

test('a statement can be neither changed nor taken away', async () => {
  await evaluate('省平台').call('state', {
    ...{ platformId: 'p-changsha', year: '2023', name: 'registrationTarget', value: 100, source: '统计局' },
  })
  await expect(sql`update statements set source = '另一个'`.execute(database)).rejects.toThrow()
  await expect(sql`delete from statements`.execute(database)).rejects.toThrow()
})

test.each(['statements', 'marks', 'mark_withdrawals'])('%s refuses updates and deletions', async (table) => {
  const { rows } = await sql<{ event: string }>`
    select event_manipulation as event from information_schema.triggers
    where event_object_table = ${table} and action_statement like '%refuse_change%' order by 1`.execute(
    database,
  )
  expect(rows.map(({ event }) => event)).toEqual(['DELETE', 'UPDATE'])
})
