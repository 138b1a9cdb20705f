// Records a second through the tally of the city rubric, on one core.
import type { ActivityCategory, CountableRecord } from '../../src/shared/records'
import { z } from 'zod'
import { activityCategories, countableRecord, honourKinds } from '../../src/shared/records'
import { rubricById } from '../../src/shared/rubric'
import { tally } from '../../src/shared/scoring'
import { microseconds, type Bench } from './bench'

/** A year's records of many platforms, invented: mostly activities, some of everything else. */
export function inventedRecords(count: number): CountableRecord[] {
  return Array.from({ length: count }, (_, at): CountableRecord => {
    const month = String((at % 12) + 1).padStart(2, '0')
    const base = { id: `r${at}`, date: `2023-${month}-15`, approved: at % 11 !== 0 }
    const category: ActivityCategory = activityCategories[at % activityCategories.length] ?? 'other'
    switch (at % 10) {
      case 7:
        return { ...base, kind: 'transaction', completed: at % 3 !== 0 }
      case 8:
        return { ...base, kind: 'demand', demand: 'loan', published: true, inTime: at % 50 !== 8 }
      case 9:
        return {
          ...base,
          kind: 'honour',
          honour: honourKinds[at % honourKinds.length] ?? 'service-star',
          story: `s${at % 40}`,
        }
      default:
        return {
          ...base,
          kind: 'activity',
          category,
          role: at % 5 === 0 ? 'assist' : 'host',
          campaign: at % 20 === 0 ? 'together' : 'none',
          published: at % 9 !== 0,
          complete: at % 7 !== 0,
          attendances: at % 60,
        }
    }
  })
}

export const bench: Bench = async () => {
  const rubric = rubricById('hunan-2023-city')
  // As they come from a file or the database: strings made by joining would be slower to compare.
  const records = z.array(countableRecord).parse(JSON.parse(JSON.stringify(inventedRecords(200_000))))
  const [each = 0] = await microseconds([{ calls: 1, call: () => tally(rubric, records) }])
  const perRecord = each / records.length
  return [
    { what: 'tally', budget: 1_000_000, measured: 1_000_000 / perRecord, unit: 'records/s', atLeast: true },
  ]
}
