/** The people and enterprises of the example, all invented, with credit codes that pass the check. */
import { shanghaiInstant } from '../../../src/shared/calendar'
import type { Role } from '../../../src/shared/contract'
import { creditCodeCheckCharacter, type Enterprise } from '../../../src/shared/records'
import { cities, province, type Area } from './areas'
import type { Random } from './random'
import { brands, personName, trades } from './words'

export type ExamplePerson = {
  id: string
  openid: string
  name: string
  createdAt: string
  role: Exclude<Role, 'enterprise'> | null
  platformId: string | null
  areaCode: string | null
  creditCode: string | null
}
export type LocalEnterprise = Enterprise & { person: ExamplePerson }
/** Who works for a platform, who decides on its records, and the enterprises around it. */
export type Crew = { staff: ExamplePerson; manager: ExamplePerson; enterprises: LocalEnterprise[] }
export type Society = {
  people: ExamplePerson[]
  head: ExamplePerson
  reviewers: ReadonlyMap<string, ExamplePerson>
  crews: ReadonlyMap<string, Crew>
}

/** Those of whom the preview offers a choice; the others only fill the province. */
const offered = new Set([
  ...['liuyang-staff', 'liuyang-manager', 'changsha-staff', 'changsha-manager', 'changsha-reviewer'],
  ...['xiangxi-reviewer', 'province'],
])

/** `year` is the first year of the example: everybody is there from its first day on. */
export function makeSociety(random: Random, year: string): Society {
  const people: ExamplePerson[] = []
  const start = Date.parse(shanghaiInstant(`${year}-01-01`))

  const add = (slug: string, links: Partial<ExamplePerson>): ExamplePerson => {
    const createdAt = new Date(start + people.length * 1000).toISOString()
    const own = random.fork(`person/${slug}`)
    const openid = `${offered.has(slug) || slug.startsWith('enterprise-') ? 'preview' : 'example'}-${slug}`
    const name = personName((items) => own.pick(items))
    const nothing = { role: null, platformId: null, areaCode: null, creditCode: null }
    const person = { id: own.uuid(createdAt), openid, name, createdAt, ...nothing, ...links }
    people.push(person)
    return person
  }
  const crew = (area: Area, count: number): Crew => {
    const staff = add(`${area.id}-staff`, { role: 'staff', platformId: area.id })
    const manager = add(`${area.id}-manager`, { role: 'manager', platformId: area.id })
    const enterprises = makeEnterprises(random.fork(`enterprises/${area.id}`), area, count).map(
      (enterprise, at) => {
        // The first two of 长沙 can be chosen in the preview.
        const slug = area.id === 'changsha' && at < 2 ? `enterprise-${at + 1}` : `${area.id}-firm-${at + 1}`
        return { ...enterprise, person: add(slug, { creditCode: enterprise.creditCode }) }
      },
    )
    return { staff, manager, enterprises }
  }

  const crews = new Map<string, Crew>()
  const reviewers = new Map<string, ExamplePerson>()
  // In the order in which the preview lists them.
  const liuyang = cities.flatMap((city) => city.counties).find((county) => county.id === 'liuyang')
  if (liuyang) crews.set(liuyang.id, crew(liuyang, 30))
  for (const city of cities) {
    crews.set(city.id, crew(city, 45))
    reviewers.set(city.id, add(`${city.id}-reviewer`, { role: 'reviewer', areaCode: city.code }))
    for (const county of city.counties) {
      if (!crews.has(county.id)) crews.set(county.id, crew(county, 24))
    }
  }
  crews.set(province.id, crew(province, 40))
  const head = add('province', { role: 'province', platformId: null })
  return { people, head, reviewers, crews }
}

export const platformName = (area: { name: string }) =>
  area.name === province.name ? '湖南省枢纽平台(示例)' : `${area.name}窗口平台(示例)`

function makeEnterprises(random: Random, area: Area, count: number): Enterprise[] {
  const names = brands.flatMap((brand) => trades.map((trade) => `${area.short}示例${brand}${trade}有限公司`))
  const [first, ...rest] = names
  return [first ?? area.name, ...random.sample(rest, count - 1)].map((name, at) => ({
    name,
    creditCode: exampleCreditCode(area.code, at),
  }))
}

/** A valid code whose middle says EXAMPL, so that nobody takes it for a real enterprise's. */
function exampleCreditCode(areaCode: string, number: number): string {
  const first17 = `91${areaCode}EXAMPL${String(number).padStart(3, '0')}`
  return first17 + creditCodeCheckCharacter(first17)
}
