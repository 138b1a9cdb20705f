import { serviceRows } from '../../src/pages/me/service-words'

const now = new Date('2026-09-18T03:00:00Z')
const province = {
  migration: '20261124000000_add_signs',
  expectedMigration: '20261124000000_add_signs',
  lastHolidayYear: '2026',
  lastRun: { period: '2026-08', startedAt: '2026-09-17T18:30:00Z', finishedAt: '2026-09-17T18:31:00Z' },
}

test('nobody but the province reads of the service', () => {
  expect(serviceRows({ version: '0.1.0', province: null }, now)).toEqual([])
})

test('a sound service: its version, a database as new, and the last run', () => {
  const rows = serviceRows({ version: '0.1.0', province }, now)
  expect(rows.map(({ value, wrong }) => [value, wrong])).toEqual([
    ['0.1.0', false],
    ['已是最新', false],
    ['已完成', false],
  ])
  expect(rows[2]?.note).toBe('2026 年 8 月,02:30 开始')
})

test('a database of another version, and a run that was cut off, are marked', () => {
  const [, database, run] = serviceRows(
    {
      version: '0.1.0',
      province: {
        ...province,
        migration: '20261123000000_publish_results',
        lastRun: { ...province.lastRun, finishedAt: null },
      },
    },
    now,
  )
  expect(database).toMatchObject({
    value: '与服务不一致',
    wrong: true,
    note: '现在是 20261123000000,应为 20261124000000',
  })
  expect(run).toMatchObject({ value: '没有完成', wrong: true })
})

test('a service that has not run yet says so, and that is not wrong', () => {
  const rows = serviceRows({ version: '0.1.0', province: { ...province, lastRun: null } }, now)
  expect(rows[2]).toMatchObject({ value: '还没有', wrong: false })
})
