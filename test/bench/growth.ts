// How the time of a run grows: with the platforms of a whole country instead of a province's, and with fifteen times
// as many records in a province. Each is a ratio of times for one platform or one record, in one run.
import { runPeriod } from '../../cloudfunctions/evaluate/run-period'
import { annualRun } from './annual-run'
import { milliseconds, type Bench, type BenchRow } from './bench'
import { onPostgresql, type Open } from './databases'
import { insertProvince, insertRecords, now, throughout } from './province'

const PROVINCE = { cities: 14, counties: 122 }
const COUNTRY = { cities: 200, counties: 3_000 }
const FEW = 200_000
const MANY = 3_000_000
/** Fixed costs make the small one dear, so that growth in proportion stays below 1; this leaves room for noise. */
const PROPORTIONAL = 1.5

const platformsOf = ({ cities, counties }: typeof PROVINCE) => cities + counties

/** Rows of one measure taken at two sizes, each in a database of its own; or why one of them is left out. */
async function grown(
  what: string,
  sizes: readonly [number, number],
  secondsAt: (open: Open, size: number) => Promise<number>,
): Promise<BenchRow[]> {
  const took: number[] = []
  for (const size of sizes) {
    const rows = await onPostgresql(what, async (open) => {
      took.push(await secondsAt(open, size))
      return []
    })
    if (rows.length > 0) return rows
  }
  const [small = 0, large = 0] = took
  const measured = large / sizes[1] / (small / sizes[0])
  const note = `${small.toFixed(2)} s and ${large.toFixed(2)} s; PostgreSQL`
  return [{ what, budget: PROPORTIONAL, measured, unit: '×', note }]
}

const byPlatforms = () =>
  grown(
    `annual run a platform, ${platformsOf(COUNTRY)} ÷ ${platformsOf(PROVINCE)} platforms`,
    [platformsOf(PROVINCE), platformsOf(COUNTRY)],
    async (open, platforms) => {
      const { cities, counties } = platforms === platformsOf(PROVINCE) ? PROVINCE : COUNTRY
      return (await annualRun(open, cities, counties)).took
    },
  )

/** A first run: every month of every platform is tallied from its records. */
async function byRecords(): Promise<BenchRow[]> {
  const what = `whole-year run a record, ${MANY / 1_000_000} million ÷ ${FEW / 1_000},000`
  if (process.env.BENCH_LARGE !== '1')
    return [{ what, leftOut: 'takes minutes; set BENCH_LARGE=1', extra: true }]
  return grown(what, [FEW, MANY], async (open, records) => {
    await insertProvince(open, PROVINCE.cities, PROVINCE.counties)
    await insertRecords(open.client, Math.ceil(records / platformsOf(PROVINCE)))
    const running = { database: open.database, now, personId: null, ...throughout }
    return (await milliseconds(() => runPeriod(running, '2023-12'))) / 1_000
  })
}

export const bench: Bench = async () => [...(await byPlatforms()), ...(await byRecords())]
