/** Filings that wait for the sign-off: overdue by the same rule as records, for whoever decides and for the province. */
import { filingWorld, may } from './filing'

const { as, clock, standing } = filingWorld()
const at = (time: string) => (clock.now = new Date(time))
const queue = () => as('小陈').call('queue', { cursor: null })
const seen = async (who: '省平台' | '小陈') => {
  const { rows } = await standing(who).call('overview', {})
  return rows.find(({ platform }) => platform.id === 'p-changsha')
}
const filing = (who: '小陈' | '老周') =>
  as(who).call('filing', { platformId: 'p-changsha', kind: 'monthly', period: '2023-05', version: null })

beforeAll(async () => {
  at('2023-06-02T02:00:00Z')
  await as('老周').call('fileMonthly', may)
})

it('a filing is in time on the fifth working day after it was filed', async () => {
  // Filed on a Friday.
  at('2023-06-09T15:59:59Z')
  expect(await queue()).toMatchObject({ waiting: 1, overdue: 0, rows: [{ status: { waitsTooLong: false } }] })
  expect(await seen('省平台')).toMatchObject({ filingsWaiting: 1, filingsOverdue: 0, waiting: 0 })
})

it('from the day after it is overdue for whoever decides, and beside overdue records in the overview', async () => {
  at('2023-06-09T16:00:00Z')
  expect(await queue()).toMatchObject({ waiting: 1, overdue: 1, rows: [{ status: { waitsTooLong: true } }] })
  expect((await filing('小陈')).status.waitsTooLong).toBe(true)
  for (const who of ['省平台', '小陈'] as const) {
    expect(await seen(who)).toMatchObject({ filingsWaiting: 1, filingsOverdue: 1, overdue: 0 })
  }
})

it('a newer version waits anew', async () => {
  at('2023-06-10T02:00:00Z')
  await as('老周').call('fileMonthly', { ...may, remark: '补充说明', replaces: 1, reason: '更正' })
  expect(await queue()).toMatchObject({ waiting: 1, overdue: 0 })
  expect(await seen('省平台')).toMatchObject({ filingsWaiting: 1, filingsOverdue: 0 })
})

it('what is decided on waits no more', async () => {
  at('2023-07-10T02:00:00Z')
  expect(await queue()).toMatchObject({ overdue: 1 })
  const decision = { decision: 'approve' as const, reason: '', version: 2 }
  const decided = { platformId: 'p-changsha', kind: 'monthly' as const, period: '2023-05', ...decision }
  expect((await as('小陈').call('signOff', decided)).waitsTooLong).toBe(false)
  expect(await queue()).toMatchObject({ waiting: 0, overdue: 0, rows: [] })
  expect(await seen('省平台')).toMatchObject({ filingsWaiting: 0, filingsOverdue: 0 })
})
