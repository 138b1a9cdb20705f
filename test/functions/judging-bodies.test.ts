/** Two bodies judge together, and the department's mark prevails where the rubric says so (RULES.md H3.3a, D10). */
import { provinceFile, setUpProvince } from '../../cloudfunctions/local/commands/set-up-province'
import { cardSchema, nodeOf } from '../../src/shared/scoring'
import { evaluatedWorld } from './evaluating'

const { database, clock, evaluate, standing, inForce } = evaluatedWorld()
const criterion = 'daily/coordination'
const readings = { '2031': 'department', '2032': 'mean' }

beforeAll(async () => {
  const rubrics = Object.entries(readings).flatMap(([year, judges]) => [
    { rubric: 'hunan-2023-city', year, settings: { judges } },
    { rubric: 'hunan-2023-county', year },
  ])
  await setUpProvince(database, provinceFile.parse({ rubrics }), clock.now)
})

const province = () => evaluate('省平台')
const of = (year: string) => ({ platformId: 'p-changsha', year, criterion })
const given = { judge: '省工信厅', points: 8, reason: '配合及时' }
const later = (time: string) => (clock.now = new Date(time))
const rowOf = async (year: string) => {
  const { item, rows } = await province().call('entries', {
    tier: 'city',
    year,
    kind: 'mark',
    name: criterion,
  })
  return { item, row: rows.find(({ platform }) => platform.id === 'p-changsha') }
}
/** The points in the authoritative result of June. */
async function pointsIn(year: string) {
  await province().call('run', { period: `${year}-06` })
  const result = (await inForce(`${year}-06`)).find(({ platform_id }) => platform_id === 'p-changsha')
  return nodeOf(cardSchema.parse(JSON.parse(result?.card ?? '')), criterion)?.points
}

describe('refused', () => {
  it('is a body that does not judge', async () => {
    const wrong = { ...of('2031'), ...given, body: 'committee' }
    expect((await province().refused('mark', wrong)).code).toBe('INVALID_INPUT')
  })
  it('is a platform above the provincial one (D33)', async () => {
    const own = { ...of('2031'), ...given, platformId: 'p-hunan', judge: '王处长', body: 'platform' as const }
    expect((await province().refused('mark', own)).code).toBe('INVALID_INPUT')
  })
})

it.each([
  ['2031', 'department', 8],
  ['2032', 'mean', 6.5],
])('in %s the reading is %s', async (year, reading, points) => {
  later(`${year}-06-10T02:00:00Z`)
  await province().call('mark', { ...of(year), ...given, body: 'department' })
  later(`${year}-06-11T02:00:00Z`)
  const other = { ...of(year), judge: '省平台', points: 5, reason: '缺席两次会议' }
  await province().call('mark', { ...other, body: 'platform' })
  expect(await rowOf(year)).toMatchObject({
    item: { marks: reading },
    row: {
      value: points,
      entries: [
        { value: 5, judge: '省平台', body: 'platform', inForce: true },
        { value: 8, judge: '省工信厅', body: 'department', inForce: true },
      ],
    },
  })
  expect(await pointsIn(year)).toBe(points)
})

it('tells behind the points which body spoke, and why the other one does not count', async () => {
  const behind = async (year: string) => {
    const asked = { platformId: 'p-changsha', period: `${year}-06`, node: criterion }
    const { rows } = await standing('省平台').call('behind', asked)
    return rows.map(({ title, counts, why }) => [title.replace(/^.*:/, ''), counts, why])
  }
  expect(await behind('2031')).toEqual([
    ['评定 5 分(上级平台)', false, '以工信部门的评定为准'],
    ['评定 8 分(工信部门)', true, '计入'],
  ])
  expect((await behind('2032')).map(([, counts]) => counts)).toEqual([true, true])
})

it('is part of what makes a repeat: the same mark again is the same one, for another body another one', async () => {
  later('2031-06-12T02:00:00Z')
  const again = { ...of('2031'), ...given }
  const first = await province().call('mark', { ...again, body: 'department' })
  expect(await province().call('mark', { ...again, body: 'department' })).toEqual(first)
  const unsaid = await province().call('mark', again)
  expect(unsaid).not.toEqual(first)
  expect(await province().call('mark', again)).toEqual(unsaid)
  // Now nobody speaks for the department, and both count.
  expect((await rowOf('2031')).row?.value).toBe(6.5)
  expect(await pointsIn('2031')).toBe(6.5)
})

it('is audited with the mark', async () => {
  const audited = await database
    .selectFrom('audit_log')
    .select('details')
    .where('action', '=', 'evaluate.mark')
    .orderBy('id')
    .execute()
  expect(audited.map(({ details }) => details)).toMatchObject([
    { year: '2031', judge: '省工信厅', body: 'department' },
    { year: '2031', judge: '省平台', body: 'platform' },
    { year: '2032', body: 'department' },
    { year: '2032', body: 'platform' },
    { year: '2031', judge: '省工信厅', body: null },
  ])
})
