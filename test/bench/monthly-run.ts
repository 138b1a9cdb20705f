// A month changed on every platform of a province: what its run costs against that of the whole year, in one
// process and on one database.
import { runPeriod } from '../../cloudfunctions/evaluate/run-period'
import { milliseconds, type Bench } from './bench'
import { onBoth } from './databases'
import { insertProvince, insertRecords, now, throughout } from './province'

const CITIES = 14
const COUNTIES = 122
const EACH = Math.ceil(200_000 / (CITIES + COUNTIES))
const ROUNDS = 3
const what = (server: string) => `run, one month changed ÷ whole year, ${server}`

export const bench: Bench = () =>
  onBoth(what, async (open) => {
    const { client, database } = open
    const running = { database, now, personId: null, ...throughout }
    await insertProvince(open, CITIES, COUNTIES)
    await insertRecords(client, EACH)

    let wholeYear = Infinity
    let allMonths = 0
    for (let round = 0; round < 2; round += 1) {
      await client.query('delete from results')
      await client.query('delete from month_tallies')
      const took = await milliseconds(async () => {
        allMonths = (await runPeriod(running, '2023-12')).monthsTallied
      })
      wholeYear = Math.min(wholeYear, took)
    }

    // A record of another month that no run could parse: whoever reads it fails.
    await client.query(
      `update records set payload = '{}' where id in
         (select distinct on (platform_id, month) id from records where month < '2023-12')`,
    )
    let oneMonth = Infinity
    let months = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      await client.query(
        `update records set approved_attendances = $1 where month = '2023-12' and kind = 'activity'`,
        [round],
      )
      await client.query(`update month_versions set version = version + 1 where month = '2023-12'`)
      const took = await milliseconds(async () => {
        const { monthsTallied, changed } = await runPeriod(running, '2023-12')
        if (changed === 0) throw new Error('the change changed no card')
        months = monthsTallied
      })
      oneMonth = Math.min(oneMonth, took)
    }
    const note = `month ${Math.round(oneMonth)} ms, year ${Math.round(wholeYear)} ms`
    return [
      {
        what: what(open.server),
        budget: 1 / 8,
        measured: oneMonth / wholeYear,
        unit: '×',
        note,
      },
      {
        what: `run, one month changed: months read, ${open.server}`,
        budget: 1,
        // Both count the months of platforms that were read.
        measured: (12 * months) / allMonths,
        unit: 'months',
        note: 'the others cannot be read at all',
      },
    ]
  })
