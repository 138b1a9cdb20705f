/** The due day of monthly reports (D15): set by the province from a month on, and alike wherever it is read. */
import { filingWorld, may } from './filing'

const { as, database, clock, evaluate, standing, templates, sent, timer } = filingWorld()
const at = (time: string) => (clock.now = new Date(time))
const set = { from: '2023-05', day: 8, reason: '省平台通知', replaces: 0 }
const june = { from: '2023-06', day: 3, reason: '再次通知', replaces: 1 }

const statusOf = async (month: string) => {
  const { filings } = await as('老周').call('due', { platformId: 'p-changsha', year: '2023' })
  return filings.find(({ period }) => period === month)
}
const reportSeen = async () => {
  const { rows } = await standing('省平台').call('overview', {})
  return rows.find(({ platform }) => platform.id === 'p-changsha')
}
const lateInProgress = async () => {
  const { approved } = await standing('老周').call('progress', { platformId: 'p-changsha' })
  return approved.facts.lateOrMissingReports
}
const evaluated = async (month: string) => {
  await evaluate('省平台').call('run', { period: month })
  const { rows } = await standing('老周').call('behind', {
    ...{ platformId: 'p-changsha', period: '2023', node: 'loan/reporting' },
  })
  return rows.map(({ id }) => id).filter((id) => id.startsWith('duty/'))
}

beforeAll(() => (templates.reminder = 'template'))
beforeEach(() => at('2023-05-20T02:00:00Z'))

describe('setting it is refused', () => {
  it.each(['阿丽', '老周', '小陈', '王总', '路人'] as const)('to %s', async (who) => {
    expect((await as(who).refused('setDueDay', set)).code).toBe('NOT_ALLOWED')
  })

  it('for months that are over, after the province publishes, and without a reason', async () => {
    const fields = async (changes: object) =>
      Object.keys((await as('省平台').refused('setDueDay', { ...set, ...changes })).fields)
    expect(await fields({ from: '2023-04' })).toEqual(['from'])
    expect(await fields({ day: 11 })).toEqual(['day'])
    expect(await fields({ day: 0 })).toEqual(['day'])
    expect(await fields({ reason: '  ' })).toEqual(['reason'])
    expect((await as('老周').call('dueDays', {})).days).toEqual([])
  })
})

it('keeps each version with who set it and why; the same again is a repeat; nobody overwrites unseen', async () => {
  const first = await as('省平台').call('setDueDay', set)
  expect(first).toMatchObject({ version: 1, from: '2023-05', day: 8, by: '省平台' })
  expect(await as('省平台').call('setDueDay', set)).toEqual(first)
  expect((await as('省平台').refused('setDueDay', { ...set, day: 7 })).code).toBe('REVISION_CONFLICT')
  await as('省平台').call('setDueDay', june)
  const { days } = await as('老周').call('dueDays', {})
  expect(days.map(({ version, from, day, reason }) => [version, from, day, reason])).toEqual([
    [2, '2023-06', 3, '再次通知'],
    [1, '2023-05', 8, '省平台通知'],
  ])
  const audited = await database
    .selectFrom('audit_log')
    .select(['subject', 'revision', 'reason', 'details'])
    .where('action', '=', 'filings.setDueDay')
    .orderBy('id')
    .execute()
  expect(audited).toMatchObject([
    { subject: '2023-05', revision: 1, reason: '省平台通知', details: { from: '2023-05', day: 8 } },
    { subject: '2023-06', revision: 2, reason: '再次通知', details: { from: '2023-06', day: 3 } },
  ])
  await expect(database.deleteFrom('report_due_days').execute()).rejects.toThrow('append-only')
})

it('leaves the months before as they were', async () => {
  expect(await statusOf('2023-04')).toMatchObject({ dueAt: '2023-05-05T16:00:00.000Z', state: 'missing' })
})

it('is the same for the platform, the reminder, the overview, the progress and the evaluation', async () => {
  const april = { sum: 4_000_000 }
  at('2023-06-08T02:00:00Z')
  expect(await statusOf('2023-05')).toMatchObject({ dueAt: '2023-06-08T16:00:00.000Z', daysLeft: 0 })
  expect(await statusOf('2023-05')).toMatchObject({ state: 'open', late: false })
  await timer()
  expect(sent.map(({ values }) => values)).toContainEqual(
    expect.objectContaining({ thing1: '2023 年 5 月月报', time2: '2023年6月8日 23:59' }),
  )
  expect(await reportSeen()).toMatchObject({ report: 'open', lateOrMissing: 4 })
  expect(await lateInProgress()).toEqual(april)
  expect(await evaluated('2023-06')).not.toContain('duty/2023-05')

  at('2023-06-08T16:00:00Z')
  expect(await statusOf('2023-05')).toMatchObject({ state: 'missing', late: true, daysLeft: -1 })
  expect(await reportSeen()).toMatchObject({ report: 'missing', lateOrMissing: 5 })
  expect(await lateInProgress()).toEqual({ sum: 5_000_000 })
  expect(await evaluated('2023-06')).toContain('duty/2023-05')
  const row = await database
    .selectFrom('monthly_reports')
    .select('due_at')
    .where('platform_id', '=', 'p-changsha')
    .where('month', '=', '2023-05')
    .executeTakeFirstOrThrow()
  expect(row.due_at).toEqual(new Date('2023-06-08T16:00:00Z'))
})

it('an earlier day makes a report late that would have been in time before', async () => {
  at('2023-07-04T02:00:00Z')
  const filed = await as('老周').call('fileMonthly', { ...may, month: '2023-06' })
  expect(filed).toMatchObject({ late: true, dueAt: '2023-07-03T16:00:00.000Z' })
  expect(await reportSeen()).toMatchObject({ report: 'late', lateOrMissing: 6 })
})
