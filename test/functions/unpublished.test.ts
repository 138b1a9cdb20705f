/** What is told of a class before it is published gives nobody's marks away (D36). */
import { createFunction as createReports } from '../../cloudfunctions/reports/create-function'
import { evaluatedWorld, eventOn } from './evaluating'
import { host, type Name } from './harness'
import { cellsOf, memoryStore, wordsOf } from './reporting'

const world = evaluatedWorld()
const { database, clock, evaluate, standing, approved, everything } = world
const files = memoryStore()
const reports = host(everything, 'reports', (dependencies) => createReports(dependencies, files.store))
const lastFile = () => {
  const file = files.kept.at(-1)
  if (!file) throw new Error('no file was kept')
  return file.content
}
const run = (period: string) => evaluate('省平台').call('run', { period })
const publish = (period: string) =>
  database
    .updateTable('results')
    .set({ state: 'published', frozen_at: clock.now })
    .where('period', '=', period)
    .execute()
const medianFor = async (who: Name, tier: 'province' | 'city' | 'county') =>
  (await standing(who).call('ranking', { tier, period: '2023-04' })).median

beforeAll(async () => {
  clock.now = new Date('2023-07-20T02:00:00Z')
  await approved(eventOn('2023-04-11'))
  await approved(eventOn('2023-04-12'), 'p-zhuzhou')
  await run('2023-04')
  await run('2023-Q1')
  await run('2023-Q2')
})
beforeEach(() => (clock.now = new Date(clock.now.getTime() + 60_000)))

it('the median of the provincial platform, which is its total, is told to the province alone', async () => {
  const [own] = (await standing('省平台').call('ranking', { tier: 'province', period: '2023-04' })).rows
  expect(await medianFor('省平台', 'province')).toBe(own?.total)
  for (const who of ['小吴', '阿丽', '小陈'] as const) expect(await medianFor(who, 'province')).toBeNull()
})

it('the median of two is told to nobody who may see one of them, nor in the trend', async () => {
  for (const who of ['阿丽', '老李', '小陈'] as const) expect(await medianFor(who, 'city')).toBeNull()
  const { months } = await standing('阿丽').call('trend', { platformId: 'p-changsha', year: '2023' })
  expect(months).toMatchObject([{ month: '2023-04', median: null }])
})

it('a quarter that is published does not tell the ranks of the one before, which is not', async () => {
  await publish('2023-Q2')
  const shown = await standing('阿丽').call('ranking', { tier: 'city', period: '2023-Q2' })
  expect(shown.rows.map(({ platform, movement }) => [platform.id, movement === null])).toEqual([
    ['p-changsha', false],
    ['p-zhuzhou', true],
  ])
  await reports('阿丽').call('ranking', { tier: 'city', period: '2023-Q2' })
  const rows = cellsOf(lastFile()).filter((cells) => cells.some((cell) => cell === '株洲市窗口平台'))
  expect(rows.map((cells) => cells.includes('—'))).toEqual([true])
  await reports('阿丽').call('bulletin', { period: '2023-Q2' })
  expect(wordsOf(lastFile())).toMatch(/株洲市窗口平台\n[\d.\n]*—/)
  await reports('省平台').call('bulletin', { period: '2023-Q2' })
  expect(wordsOf(lastFile())).toMatch(/株洲市窗口平台\n[\d.\n]*(持平|↑|↓)/)
})

it('once a class is published everybody is told its median, however small it is', async () => {
  await publish('2023-04')
  expect(await medianFor('老李', 'city')).toEqual(expect.any(Number))
  const { months } = await standing('老李').call('trend', { platformId: 'p-zhuzhou', year: '2023' })
  expect(months).toMatchObject([{ month: '2023-04', median: expect.any(Number) }])
})

it('of five the median is told before', async () => {
  await database
    .insertInto('platforms')
    .values(
      ['430300', '430400', '430500'].map((area) => ({
        ...{ id: `p-${area}`, name: `示例平台 ${area}`, tier: 'city', area_code: area, parent_id: 'p-hunan' },
        created_at: new Date('2022-06-01T00:00:00Z'),
      })),
    )
    .execute()
  await run('2023-05')
  const { median, rows } = await standing('阿丽').call('ranking', { tier: 'city', period: '2023-05' })
  expect(rows).toHaveLength(1)
  expect(median).toEqual(expect.any(Number))
  const { standing: own } = await standing('阿丽').call('progress', { platformId: 'p-changsha' })
  expect(own).toMatchObject({ median: expect.any(Number) })
})
