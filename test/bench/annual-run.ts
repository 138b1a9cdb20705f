// The year's run over the platforms of a whole country, whose month tallies are all there.
import { runPeriod } from '../../cloudfunctions/evaluate/run-period'
import { sharedFacts, tallyOnly } from '../../cloudfunctions/backend/tallies'
import { insertTables } from '../../cloudfunctions/local/example/insert'
import type { CountableRecord } from '../../src/shared/records'
import { rubricById, type Rubric } from '../../src/shared/rubric'
import { tally, type Tally } from '../../src/shared/scoring'
import { milliseconds, type Bench } from './bench'
import { onBoth, type Open } from './databases'
import { insertProvince, months, now, throughout, type BenchPlatform } from './province'
import { inventedRecords } from './tally'

const CITIES = 200
const COUNTIES = 3_000
const ROUNDS = 3
const seconds = { PGlite: 10, PostgreSQL: 5 } as const
const what = (server: string) => `annual run of ${CITIES + COUNTIES} platforms, ${server}`

/** A few records a month and platform; what is said of a platform for the year lies in the first month. */
function recordsOf(platform: number, month: number): CountableRecord[] {
  const from = ((platform * 12 + month) * 7) % 4_000
  const own = pool.slice(from, from + 6 + (platform % 7))
  const base = { date: `${months[month] ?? ''}-10`, approved: true }
  own.push({ ...base, id: 'duty', kind: 'obligation', late: (platform + month) % 9 === 0 })
  own.push({ ...base, id: 'registered', kind: 'figure', name: 'registrations', value: platform % 40 })
  if (month > 0) return own
  const at = '2023-02-01T00:00:00Z'
  return [
    ...own,
    { ...base, id: 'target', kind: 'statement', name: 'registrationTarget', value: 400, at },
    { ...base, id: 'n', kind: 'statement', name: 'localIndustrialEnterprises', value: 700, at },
    ...Object.keys({ 'daily/coordination': 9, 'digital/database/information-platform': 8 }).map(
      (criterion): CountableRecord => ({
        ...base,
        ...{ id: criterion, kind: 'mark', criterion, judge: 'j', points: (platform % 16) / 2, at },
      }),
    ),
  ]
}
const pool = inventedRecords(5_000)

/** Platforms that differ. More would only take longer to make. */
const VARIANTS = 60

async function insertTallies({ client }: Open, platforms: readonly BenchPlatform[]): Promise<void> {
  const rubrics = { city: rubricById('hunan-2023-city'), county: rubricById('hunan-2023-county') }
  const shared = sharedFacts(rubrics.city)
  const variants = Array.from({ length: VARIANTS }, (_, variant) =>
    months.map((_month, number) => {
      const records = recordsOf(variant, number)
      const city = tally(rubrics.city, records)
      // A city claims some of its counties' work; that part is tallied by the city's rubric.
      return { city, county: tally(rubrics.county, records), forCity: tallyOnly(city, shared) }
    }),
  )
  const row = (platform: BenchPlatform, month: string, rubric: Rubric, made: Tally) => ({
    platform_id: platform.id,
    month,
    rubric_id: rubric.id,
    rubric_version: rubric.version,
    tally: made,
    made_from_version: 0,
    computed_at: now.toISOString(),
  })
  const rows = platforms.flatMap((platform, at) =>
    (variants[at % VARIANTS] ?? []).flatMap((made, number) => {
      const month = months[number] ?? ''
      const own = row(platform, month, rubrics[platform.tier], made[platform.tier])
      return platform.tier === 'city' ? [own] : [own, row(platform, month, rubrics.city, made.forCity)]
    }),
  )
  await insertTables(client, [{ table: 'month_tallies', rows }])
}

/** Puts a province there and runs its year from the tallies of its months: the best of several rounds, in seconds. */
export async function annualRun(open: Open, cities: number, counties: number) {
  const { client, database } = open
  await insertTallies(open, await insertProvince(open, cities, counties))
  let best = Infinity
  let busy = Infinity
  for (let round = 0; round < ROUNDS; round += 1) {
    await client.query('delete from results')
    const before = process.cpuUsage()
    const took = await milliseconds(async () => {
      const { monthsTallied, changed } = await runPeriod(
        { database, now, personId: null, ...throughout },
        '2023',
      )
      if (monthsTallied > 0 || changed !== cities + counties) throw new Error('not the run that was meant')
    })
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, took)
    busy = Math.min(busy, user + system)
  }
  return { took: best / 1_000, busy: busy / 1e6 }
}

export const bench: Bench = () =>
  onBoth(what, async (open) => {
    const { took, busy } = await annualRun(open, CITIES, COUNTIES)
    const note = `of it in this process ${busy.toFixed(1)} s of processor time`
    return [{ what: what(open.server), budget: seconds[open.server], measured: took, unit: 's', note }]
  })
