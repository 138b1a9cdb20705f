/** The activities of a platform in a year, and who takes part in them. */
import { addDays, shanghaiDate, shanghaiInstant } from '../../../src/shared/calendar'
import type { Participation } from '../../../src/shared/contract'
import type { ActivityCategory, ActivityPayload } from '../../../src/shared/records'
import type { Area } from './areas'
import type { Habit } from './habits'
import type { Crew } from './people'
import type { Random } from './random'
import { isWeekend, later, liveRecord, type ExampleRecord, type Parties } from './record-life'
import { comments, outcomes, summaries, themes } from './words'

type Source = Participation['source']
export type ExampleParticipation = {
  id: string
  platformId: string
  activityId: string
  creditCode: string
  source: Source
  confirmedAt: string
  receivedAt: string
  late: boolean
  personId: string
  stars: number | null
  comment: string | null
  ratedAt: string | null
}
export type YearOf = {
  area: Area
  isCity: boolean
  habit: Habit
  year: string
  until: string
  parties: Parties
}

const categories = ['brand', 'startup', 'technology', 'policy', 'training'] as const

/** The number of events that full marks take (RULES.md H2.4, H3.1, and their county twins). */
const thresholds = (isCity: boolean) => (isCity ? { matching: 10, each: 5 } : { matching: 3, each: 2 })

/** `attendances` = 家次 of the whole year, spread over its activities. */
export function makeActivities(random: Random, of: YearOf, attendances: number): ExampleRecord[] {
  const recent = recentDays(random.fork('recent'), of)
  const wanted = [
    ...recent.map(() => 'visit' as const),
    ...shuffled(random, categoriesOfYear(random.fork('plan'), of)),
  ]
  const weights = wanted.map(() => 0.4 + random.next())
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const days = [...recent, ...daysOfYear(random.fork('days'), of, wanted.length - recent.length)]
  const records: ExampleRecord[] = []
  wanted.forEach((category, at) => {
    const own = random.fork(`activity/${at}`)
    const day = days[at] ?? `${of.year}-12-01`
    const guests = Math.min(900, Math.max(2, Math.round((attendances * (weights[at] ?? 0)) / sum)))
    const payload = makePayload(own, of, category, day, guests, at)
    const record = liveRecord(own, of.parties, payload, later(payload.endsAt, own.whole(10, 90)), of.until)
    if (record) records.push(record)
  })
  return records
}

function categoriesOfYear(random: Random, { habit, isCity }: YearOf): ActivityCategory[] {
  const { matching, each } = thresholds(isCity)
  const leftOut = new Set(random.sample(categories, random.whole(...habit.categoriesLeftOut)))
  const times = (category: ActivityCategory, count: number) => Array.from({ length: count }, () => category)
  return [
    ...times('matching', Math.round(matching * random.between(habit.matching))),
    ...categories.flatMap((category) =>
      leftOut.has(category) ? [] : times(category, Math.round(each * random.between(habit.activities))),
    ),
    ...Array.from({ length: random.whole(...habit.visits) }, () =>
      random.pick<ActivityCategory>(['park', 'visit', 'visit', 'other']),
    ),
  ]
}

const shuffled = <Item>(random: Random, items: readonly Item[]) => random.sample(items, items.length)

/** Weekdays of the year from the habit's first month on. */
function daysOfYear(random: Random, { year, habit }: YearOf, count: number): string[] {
  const first = `${year}-${String(habit.from).padStart(2, '0')}-05`
  const span = 355 - (habit.from - 1) * 31
  return Array.from({ length: count }, () => {
    let day = addDays(first, random.whole(0, span - 10))
    while (isWeekend(day)) day = addDays(day, 1)
    return day
  })
}

/** Visits of the last days, so that a reviewer always finds something waiting. */
function recentDays(random: Random, { year, until, habit }: YearOf): string[] {
  const today = shanghaiDate(until)
  return habit.visits[1] < 8
    ? []
    : [1, 2, 3, 4]
        .map((ago) => addDays(today, -ago))
        .filter((day) => day.startsWith(year) && !isWeekend(day) && random.chance(0.8))
}

function makePayload(
  random: Random,
  { area, habit, year }: YearOf,
  category: ActivityCategory,
  day: string,
  attendances: number,
  at: number,
): ActivityPayload {
  const careful = () => random.chance(habit.careful)
  const startsAt = shanghaiInstant(day, random.pick(['09:00', '09:30', '14:30', '15:00']))
  const theme = random.pick(themes[category])
  const isWritten = careful()
  return {
    kind: 'activity',
    category,
    title: `${area.short}${theme}(示例)`,
    startsAt,
    endsAt: later(startsAt, random.pick([90, 120, 150, 180])),
    place: {
      name: `${area.short}示例${random.pick(['产业园服务大厅', '创业园路演厅', '中小企业服务中心', '工业集中区会议室'])}`,
      method: random.pick(['typed', 'chosen']),
    },
    role: careful() ? random.pick(['host', 'host', 'host', 'undertake']) : 'assist',
    campaign: habit.campaigns && at < 4 ? (at % 2 === 0 ? 'together' : 'service-month') : 'none',
    online: random.chance(0.12),
    published: careful(),
    attendances,
    announcement: `关于举办${theme}的通知(${year} 年,示例)`,
    summary: random.pick(summaries),
    outcome: isWritten ? random.pick(outcomes) : '',
    photos: [],
  }
}

/** Enterprises that confirmed; fewer than the declared 家次, since not everybody scans. */
export function makeParticipations(
  random: Random,
  record: ExampleRecord,
  crew: Crew,
): ExampleParticipation[] {
  const [first] = record.revisions
  if (first?.payload.kind !== 'activity') return []
  const { attendances, startsAt } = first.payload
  const received = first.receivedAt
  const count = Math.min(crew.enterprises.length, Math.round(attendances * random.between([0.3, 0.9])), 18)
  return random.sample(crew.enterprises, count).map((enterprise) => {
    const source = random.pick<Source>(['scan', 'scan', 'scan', 'staff-scan', 'staff-entry'])
    const confirmedAt = later(startsAt, random.whole(-20, 80))
    const late = source === 'scan' && random.chance(0.03)
    const rated = source === 'scan' && random.chance(0.5)
    const ratedAt = later(confirmedAt, random.whole(60, 300))
    return {
      id: random.uuid(confirmedAt),
      platformId: record.platformId,
      activityId: record.id,
      creditCode: enterprise.creditCode,
      source,
      confirmedAt,
      // Nobody confirms at an activity that the server does not know yet.
      receivedAt: laterOf(later(confirmedAt, late ? 240 : 1), received),
      late,
      personId: source === 'scan' ? enterprise.person.id : record.submittedBy,
      stars: rated ? random.pick([5, 5, 5, 4, 4, 3]) : null,
      comment: rated && random.chance(0.4) ? random.pick(comments) : null,
      ratedAt: rated ? laterOf(ratedAt, received) : null,
    }
  })
}

const laterOf = (a: string, b: string) => (a > b ? a : b)
