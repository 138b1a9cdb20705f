/** A report that was sent back, under each reading of 按质 (RULES.md H2.5k, D11): in the result, and in what is behind it. */
import { setUpProvince, provinceFile } from '../../cloudfunctions/local/commands/set-up-province'
import { cardSchema, nodeOf } from '../../src/shared/scoring'
import { filingWorld, may } from './filing'

const { as, database, clock, evaluate, standing, join, inForce } = filingWorld()
const county = 'p-changsha-county'
const manager = { openid: 'county-manager' }
const readings = { '2031': 'each-return', '2032': 'corrected', '2033': 'none' }

beforeAll(async () => {
  await join(manager.openid, 'manager', { platformId: county })
  const rubrics = Object.entries(readings).flatMap(([year, reportQuality]) => [
    { rubric: 'hunan-2023-city', year },
    { rubric: 'hunan-2023-county', year, settings: { reportQuality } },
  ])
  await setUpProvince(database, provinceFile.parse({ rubrics }), clock.now)
})

const at = (time: string) => (clock.now = new Date(time))
/** The report of January in its given version. */
const file = (year: string, replaces: number) =>
  as(manager).call('fileMonthly', {
    ...{ ...may, platformId: county, month: `${year}-01`, replaces },
    remark: `第 ${replaces + 1} 版`,
    reason: replaces === 0 ? '' : '已更正',
  })
const signOff = (year: string, version: number, decision: 'approve' | 'refuse') =>
  as('小陈').call('signOff', {
    ...{ platformId: county, kind: 'monthly' as const, period: `${year}-01`, version, decision },
    reason: decision === 'refuse' ? '注册数与后台不符' : '',
  })

/** The points for reports in the authoritative result of February, in which the duty of January counts. */
async function points(year: string) {
  await evaluate('省平台').call('run', { period: `${year}-02` })
  const result = (await inForce(`${year}-02`)).find(({ platform_id }) => platform_id === county)
  return nodeOf(cardSchema.parse(JSON.parse(result?.card ?? '')), 'loan/reporting')?.points
}
const behind = async (year: string) => {
  const asked = { platformId: county, period: `${year}-02`, node: 'loan/reporting' }
  const { rows } = await standing('小陈').call('behind', asked)
  return rows.map(({ title, counts, why, report, decidedBy }) => [
    title,
    counts,
    why,
    report?.filedAt ?? null,
    decidedBy,
  ])
}

describe.each([
  ['each return costs a point', '2031', 8, 7],
  ['corrected in time, no return costs anything', '2032', 10, 10],
  ['returns have no effect', '2033', 10, 10],
])('%s', (_reading, year, twice, thrice) => {
  it('when it was sent back twice in time and filed again', async () => {
    at(`${year}-02-02T02:00:00Z`)
    await file(year, 0)
    await signOff(year, 1, 'refuse')
    at(`${year}-02-03T02:00:00Z`)
    await file(year, 1)
    await signOff(year, 2, 'refuse')
    at(`${year}-02-04T02:00:00Z`)
    await file(year, 2)
    at(`${year}-02-20T02:00:00Z`)
    expect(await points(year)).toBe(twice)
  })

  it('and when it is sent back once more after a run: the run after that knows', async () => {
    at(`${year}-02-21T02:00:00Z`)
    await signOff(year, 3, 'refuse')
    expect(await points(year)).toBe(thrice)
  })
})

it('tells behind the points how often it was sent back, and of the others that they do not count', async () => {
  at('2031-03-20T02:00:00Z')
  // Nobody approved a version: the newest is shown, signed off by nobody.
  expect(await behind('2031')).toEqual([
    ['2031 年 1 月月报', true, '被退回 3 次', '2031-02-04T02:00:00.000Z', null],
  ])
  at('2032-03-20T02:00:00Z')
  expect(await behind('2032')).toEqual([
    ['2032 年 1 月月报', false, '按时报送,不扣分', '2032-02-04T02:00:00.000Z', null],
  ])
})

it.each([
  ['2031', 9],
  ['2032', 9],
  ['2033', 10],
])('sent back in time and filed again late, in %s', async (year, expected) => {
  const february = { platformId: county, month: `${year}-02` }
  at(`${year}-03-02T02:00:00Z`)
  await as(manager).call('fileMonthly', { ...may, ...february })
  const decision = { platformId: county, kind: 'monthly' as const, period: `${year}-02`, version: 1 }
  await as('小陈').call('signOff', { ...decision, decision: 'refuse', reason: '注册数与后台不符' })
  at(`${year}-03-06T02:00:00Z`)
  await as(manager).call('fileMonthly', { ...may, ...february, replaces: 1, reason: '已更正' })
  await evaluate('省平台').call('run', { period: `${year}-03` })
  const result = (await inForce(`${year}-03`)).find(({ platform_id }) => platform_id === county)
  expect(result?.increment).toMatchObject({ lateOrMissingReports: 10 - expected })
})
