/**
 * The example province: Hunan's real tree of areas with invented people, enterprises and work, for the year before
 * and the year so far. A function of a seed and a day: the same again gives the same again.
 */
import { isWorkingDay, shanghaiInstant } from '../../../src/shared/calendar'
import { makeActivities, makeParticipations, type ExampleParticipation, type YearOf } from './activities'
import { cities, province as whole, type Area, type City } from './areas'
import {
  makeMarks,
  makeReports,
  makeStatements,
  type ExampleMark,
  type ExampleReport,
  type ExampleStatement,
} from './duties'
import { habits } from './habits'
import { makeDemands, makeHonours, makeTransactions } from './other-records'
import { makeSociety, platformName, type ExamplePerson, type Society } from './people'
import { Random } from './random'
import type { ExampleRecord } from './record-life'
import { exampleRubrics, type ExampleRubric } from './rubrics'

export type ExamplePlatform = {
  id: string
  name: string
  tier: 'province' | 'city' | 'county'
  areaCode: string
  parentId: string | null
}
export type ExampleProvince = {
  seed: string
  /** Everything in it happened before this day. */
  asOf: string
  years: [string, string]
  platforms: ExamplePlatform[]
  people: ExamplePerson[]
  enterprises: { creditCode: string; name: string }[]
  rubrics: ExampleRubric[]
  records: ExampleRecord[]
  participations: ExampleParticipation[]
  statements: ExampleStatement[]
  marks: ExampleMark[]
  reports: ExampleReport[]
}

/** The day itself, or the last one whose year has a holiday table: without one nobody can say what is in time. */
export function lastKnownDay(today: string): string {
  for (let year = Number(today.slice(0, 4)); year > 2020; year -= 1) {
    const day = today.startsWith(String(year)) ? today : `${year}-12-31`
    try {
      isWorkingDay(day)
      return day
    } catch {
      continue
    }
  }
  throw new RangeError(`no holiday table up to ${today}`)
}

/** `asOf` is a day, `YYYY-MM-DD`; nothing happens on it or after it. @throws RangeError without a holiday table. */
export function exampleProvince(seed: string, asOf: string): ExampleProvince {
  const random = new Random(`example/${seed}`)
  const year = asOf.slice(0, 4)
  const years: [string, string] = [String(Number(year) - 1), year]
  const society = makeSociety(random, years[0])
  const made: ExampleProvince = {
    seed,
    asOf,
    years,
    platforms: makePlatforms(),
    people: society.people,
    enterprises: [...society.crews.values()].flatMap(({ enterprises }) =>
      enterprises.map(({ creditCode, name }) => ({ creditCode, name })),
    ),
    rubrics: years.flatMap(exampleRubrics),
    records: [],
    participations: [],
    statements: [],
    marks: [],
    reports: [],
  }
  for (const each of years) {
    for (const city of cities) {
      const until = shanghaiInstant(asOf)
      for (const county of city.counties)
        work(random, made, society, { area: county, city, year: each, until })
      work(random, made, society, { area: city, city, year: each, until })
    }
  }
  return made
}

function makePlatforms(): ExamplePlatform[] {
  const platform = (
    area: Pick<Area, 'id' | 'name' | 'code'>,
    tier: ExamplePlatform['tier'],
    parentId: string | null,
  ) => ({
    id: area.id,
    name: platformName(area),
    tier,
    areaCode: area.code,
    parentId,
  })
  return [
    platform(whole, 'province', null),
    ...cities.flatMap((city) => [
      platform(city, 'city', whole.id),
      ...city.counties.map((county) => platform(county, 'county', city.id)),
    ]),
  ]
}

/** A year of one platform. */
function work(
  random: Random,
  made: ExampleProvince,
  society: Society,
  { area, city, year, until }: { area: Area; city: City; year: string; until: string },
): void {
  const own = random.fork(`${area.id}/${year}`)
  const crew = society.crews.get(area.id)
  if (!crew) throw new RangeError(`nobody works for ${area.id}`)
  const isCity = area.id === city.id
  const habit = habits[area.habit]
  // The province decides on the cities' records, the city's reviewer on the counties' (D14) and on all filings (P-g).
  const signer = society.reviewers.get(city.id) ?? society.head
  const decider = isCity ? society.head : signer
  const of: YearOf = {
    area,
    isCity,
    habit,
    year,
    until,
    parties: { platformId: area.id, author: crew.staff, decider },
  }

  const enterprises = Math.round(area.enterprises * (year === made.years[0] ? 0.96 : 1))
  const targetOf = (each: Area) => Math.round(each.enterprises * 0.5)
  const target =
    targetOf(area) + (isCity ? city.counties.reduce((sum, county) => sum + targetOf(county), 0) : 0)

  const attendances = 0.9 * enterprises * own.between(habit.attendances)
  const activities = makeActivities(own.fork('activities'), of, attendances)
  made.records.push(
    ...activities,
    ...makeDemands(own.fork('demands'), of, crew),
    ...makeTransactions(own.fork('transactions'), of, crew),
    ...makeHonours(own.fork('honours'), of),
  )
  made.participations.push(
    ...activities.flatMap((activity) => makeParticipations(own.fork(activity.id), activity, crew)),
  )
  made.statements.push(...makeStatements(own.fork('statements'), of, { enterprises, target }, society.head))
  made.marks.push(...makeMarks(own.fork('marks'), of, society.head))
  made.reports.push(...makeReports(own.fork('reports'), of, targetOf(area), crew.manager, signer))
}
