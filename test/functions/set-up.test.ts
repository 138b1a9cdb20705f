/** Preparing a new deployment: platforms, rubrics in force and the first person of the province. */
import { rubricInForce } from '../../cloudfunctions/backend/tallies'
import { provinceFile, setUpProvince } from '../../cloudfunctions/local/commands/set-up-province'
import { createFunction } from '../../cloudfunctions/session/create-function'
import { host, world } from './harness'
import example from './province.json'

const everything = world()
const { database, clock } = everything
const file = provinceFile.parse(example)
const [, city] = file.platforms

test('a file with an unknown member, tier or role is refused', () => {
  expect(provinceFile.safeParse({ ...example, admins: [] }).success).toBe(false)
  expect(provinceFile.safeParse({ platforms: [{ ...city, tier: 'village' }] }).success).toBe(false)
})

test('nothing is added when one part is wrong', async () => {
  const wrong = provinceFile.parse({ ...example, rubrics: [{ rubric: 'hunan-2023-village', year: '2031' }] })
  await expect(setUpProvince(database, wrong, clock.now)).rejects.toThrow('hunan-2023-village')
  const platforms = await database
    .selectFrom('platforms')
    .select('id')
    .where('id', 'like', 'set-up-%')
    .execute()
  expect(platforms).toEqual([])
})

test('the file adds platforms, rubrics with the readings chosen, and a person who may do what the province may', async () => {
  expect(await setUpProvince(database, file, clock.now)).toEqual({ platforms: 2, rubrics: 2, people: 1 })
  const rubric = await rubricInForce(database, 'city', '2031-06-30')
  expect(rubric).toMatchObject({ version: '2023.4+2031 partialUnits=ceil' })
  expect(rubric?.rubric.chosen.partialUnits).toBe('ceil')
  const as = host(everything, 'session', createFunction)
  const me = await as({ openid: 'set-up-first-person' }).call('whoAmI', {})
  expect(me.memberships).toMatchObject([{ role: 'province' }])
})

test('a second time adds nothing, and a platform with other content is refused', async () => {
  expect(await setUpProvince(database, file, clock.now)).toEqual({ platforms: 0, rubrics: 0, people: 0 })
  const moved = provinceFile.parse({ platforms: [{ ...city, tier: 'county' }] })
  await expect(setUpProvince(database, moved, clock.now)).rejects.toThrow('set-up-city')
})
