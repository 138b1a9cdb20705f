/** The province of the simulated year: 14 cities, 20 counties, the provincial platform; staff, managers and reviewers of each. */
import { filingWorld } from '../filing'
import { previewPicture } from '../../../cloudfunctions/confirm/code-picture'
import { createFunction as createConfirm } from '../../../cloudfunctions/confirm/create-function'
import { createFunction as createReview } from '../../../cloudfunctions/review/create-function'
import { host, platforms as cast } from '../harness'

export type Place = { id: string; tier: 'province' | 'city' | 'county'; area: string }

const two = (value: number) => String(value).padStart(2, '0')
const CITIES = 14
const COUNTIES = 20

/** 长沙, 株洲 and 长沙县 are of the cast; the others are made like them. */
export const places: readonly Place[] = [
  ...Object.values(cast).map(({ id, tier, area }) => ({ id, tier, area })),
  ...Array.from({ length: CITIES - 2 }, (_, at): Place => {
    return { id: `city-${at + 3}`, tier: 'city', area: `43${two(at + 3)}00` }
  }),
  // Some cities have two counties, some one.
  ...Array.from({ length: COUNTIES - 1 }, (_, at): Place => {
    const city = (at % CITIES) + 1
    return { id: `county-${at + 2}`, tier: 'county', area: `43${two(city)}${22 + Math.floor(at / CITIES)}` }
  }),
]

/** Is the county in the city's area? */
export const isOf = (county: Place, city: Place) =>
  county.tier === 'county' && city.tier === 'city' && county.area.slice(0, 4) === city.area.slice(0, 4)

export const staffOf = ({ id }: Place) => ({ openid: `staff of ${id}` })
export const managerOf = ({ id }: Place) => ({ openid: `manager of ${id}` })
/** The city's reviewers decide on the city and its counties, the province on its own platform. */
export const reviewerOf = ({ tier, area }: Place) =>
  tier === 'province' ? ('省平台' as const) : { openid: `reviewer of ${area.slice(0, 4)}` }
export const secondJudge = { openid: 'second judge' }

/** The world of the filings' tests, with all of the province in it, as of the beginning of 2023. */
export function provinceWorld() {
  const filing = filingWorld()
  const { everything, database, join } = filing
  beforeAll(async () => {
    const known = new Set<string>(Object.values(cast).map(({ id }) => id))
    await database
      .insertInto('platforms')
      .values(
        places
          .filter(({ id }) => !known.has(id))
          .map(({ id, tier, area }) => ({
            ...{ id, name: `示例平台 ${id}`, tier, area_code: area, parent_id: 'p-hunan' },
            created_at: new Date('2022-06-01T00:00:00Z'),
          })),
      )
      .execute()
    for (const place of places) {
      await join(staffOf(place).openid, 'staff', { platformId: place.id })
      await join(managerOf(place).openid, 'manager', { platformId: place.id })
      const reviewer = reviewerOf(place)
      if (place.tier === 'city' && typeof reviewer === 'object') {
        await join(reviewer.openid, 'reviewer', { areaCode: place.area })
      }
    }
    await join(secondJudge.openid, 'province', {})
  }, 60_000)
  return {
    ...filing,
    review: host(everything, 'review', createReview),
    confirm: host(everything, 'confirm', (dependencies) =>
      createConfirm(dependencies, previewPicture('http://127.0.0.1:8787/')),
    ),
  }
}
