/** Financing demands, online transactions and honours of a platform in a year. */
import { addDays, shanghaiInstant } from '../../../src/shared/calendar'
import type { DemandType, Enterprise, HonourKind, RecordPayload } from '../../../src/shared/records'
import type { YearOf } from './activities'
import type { Crew } from './people'
import type { Random } from './random'
import { isWeekend, later, liveRecord, type ExampleRecord } from './record-life'
import { honourTitles, purposes, services } from './words'

/** The last days of December are left out: "in time" would then depend on next year's holidays. */
function someDay(random: Random, { year, habit }: YearOf): string {
  const firstDay = `${year}-${String(habit.from).padStart(2, '0')}-04`
  let day = addDays(firstDay, random.whole(0, 340 - (habit.from - 1) * 31))
  while (isWeekend(day)) day = addDays(day, 1)
  return day
}

export function makeDemands(random: Random, of: YearOf, crew: Crew): ExampleRecord[] {
  const order: readonly [DemandType, ...DemandType[]] = [
    'application',
    'loan',
    'loan',
    'application',
    'equity',
  ]
  const count = random.whole(...of.habit.demands)
  return live(random, of, count, (own, at) => {
    const receivedAt = shanghaiInstant(someDay(own, of), own.pick(['09:20', '10:40', '15:10']))
    const inTime = own.chance(of.habit.demandsInTime)
    // A demand published long after still is published.
    const publishedAt = later(receivedAt, inTime ? own.whole(15, 240) : own.whole(5, 9) * 24 * 60)
    const payload: RecordPayload = {
      kind: 'demand',
      demand: order[at % order.length] ?? 'loan',
      enterprise: someEnterprise(own, crew),
      amount: own.pick([50, 80, 100, 150, 200, 300, 500]),
      purpose: `${own.pick(purposes)}(示例)`,
      receivedAt,
      publishedAt,
      channel: own.pick(['xiangqirong', 'provincial']),
    }
    return { payload, filledAt: later(publishedAt, 5) }
  })
}

export function makeTransactions(random: Random, of: YearOf, crew: Crew): ExampleRecord[] {
  return live(random, of, random.whole(...of.habit.transactions), (own, at) => {
    const completedAt = shanghaiInstant(someDay(own, of), own.pick(['10:05', '14:20', '16:30']))
    const payload: RecordPayload = {
      kind: 'transaction',
      enterprise: someEnterprise(own, crew),
      service: `${own.pick(services)}(示例)`,
      order: `SL-${of.area.code}-${of.year}-${String(at + 1).padStart(3, '0')}`,
      completedAt,
      confirmedByBoth: own.chance(0.94),
    }
    return { payload, filledAt: later(completedAt, own.whole(20, 300)) }
  })
}

const cityHonours = [
  ...([
    'mainstream-media-report',
    'national-or-provincial-honour',
    'service-star',
    'provincial-case-listed',
  ] as const),
  ...(['excellent-expert', 'excellent-product', 'excellent-institution'] as const),
]
const countyHonours = [
  ...(['mainstream-media-report', 'provincial-case-promoted', 'national-or-provincial-honour'] as const),
  ...(['service-star', 'most-popular-platform'] as const),
]

export function makeHonours(random: Random, of: YearOf): ExampleRecord[] {
  const kinds: readonly HonourKind[] = of.isCity ? cityHonours : countyHonours
  const count = random.whole(...of.habit.honours)
  return live(random, of, count, (own, at) => {
    const honour = kinds[at % kinds.length] ?? 'mainstream-media-report'
    const { title, issuer } = honourTitles[honour]
    const conferredOn = someDay(own, of)
    const payload: RecordPayload = {
      kind: 'honour',
      honour,
      title: `${of.area.short}${title}(示例)`,
      issuer,
      conferredOn,
      // The last one reports again what the first one reported: one story, counted once.
      story: at === 0 || at === kinds.length ? `${of.year} 年服务企业纪实(示例)` : '',
      proof: '示例证明材料',
      photos: [],
    }
    return { payload, filledAt: later(shanghaiInstant(conferredOn, '16:00'), own.whole(60, 4000)) }
  })
}

type Drawn = { payload: RecordPayload; filledAt: string }

function live(
  random: Random,
  of: YearOf,
  count: number,
  draw: (own: Random, at: number) => Drawn,
): ExampleRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const own = random.fork(String(at))
    const { payload, filledAt } = draw(own, at)
    return liveRecord(own, of.parties, payload, filledAt, of.until)
  }).filter((record) => record !== null)
}

function someEnterprise(random: Random, crew: Crew): Enterprise {
  const [enterprise] = random.sample(crew.enterprises, 1)
  if (!enterprise) throw new RangeError('a platform without enterprises')
  return { name: enterprise.name, creditCode: enterprise.creditCode }
}
