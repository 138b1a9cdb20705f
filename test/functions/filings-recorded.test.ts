/** A month's transactions as single records and as a figure are added: the report says how many records there are (A14). */
import type { RecordPayload } from '../../src/shared/records'
import { filingWorld, may } from './filing'

const { as, clock, push, approve, giveBack, standing } = filingWorld()

const transactionOn = (day: string, confirmedByBoth = true): RecordPayload => ({
  kind: 'transaction',
  enterprise: { name: '湘江机械有限公司', creditCode: '91430100MA4L16JQ9D' },
  service: '设备上云',
  order: 'X-1',
  completedAt: `${day}T02:00:00.000Z`,
  confirmedByBoth,
})
const recorded = async (who: '老周' | '小陈' = '老周', platformId = 'p-changsha') => {
  const { figures } = await as(who).call('monthly', { platformId, month: '2023-05' })
  return Object.fromEntries(figures.map((figure) => [figure.name, figure.recorded]))
}

beforeEach(() => (clock.now = new Date('2023-06-02T02:00:00Z')))

it('says nothing while there are no records', async () => {
  expect(await recorded()).toEqual({ registrations: 0, onlineTransactions: 0 })
})

it('counts the platform’s own records of the month that are approved or wait, as the rubric counts them', async () => {
  await approve(await push(transactionOn('2023-05-08')))
  await push(transactionOn('2023-05-09'))
  await giveBack(await push(transactionOn('2023-05-10')))
  await push(transactionOn('2023-05-11', false))
  await push(transactionOn('2023-04-30'))
  await push(transactionOn('2023-05-12'), 'p-zhuzhou')
  expect(await recorded()).toEqual({ registrations: 0, onlineTransactions: 2 })
})

it('tells the reviewer too, and both still count: the warning changes no score', async () => {
  await as('老周').call('fileMonthly', may)
  expect(await recorded('小陈')).toMatchObject({ onlineTransactions: 2 })
  const key = { platformId: 'p-changsha', kind: 'monthly' as const, period: '2023-05' }
  await as('小陈').call('signOff', { ...key, version: 1, decision: 'approve', reason: '' })
  const { approved } = await standing('老周').call('progress', { platformId: 'p-changsha' })
  expect(approved.facts.onlineTransactions).toEqual({ sum: 13_000_000 })
})
