// Records a second through the tally of the city rubric, on one core, and what it costs beside a loop by hand.
import type { ActivityCategory, CountableRecord } from '../../src/shared/records'
import { z } from 'zod'
import { activityCategories, countableRecord, honourKinds } from '../../src/shared/records'
import { rubricById, type Rubric } from '../../src/shared/rubric'
import { factsOf, tally, type Facts } from '../../src/shared/scoring'
import { microseconds, type Bench } from './bench'
import { honourPoints } from './by-hand'
import { cityFactsByHand } from './tally-by-hand'

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

/** Of a story that is of several kinds worth the same, either may stand: honours are compared by their points. */
function comparable(facts: Facts): string {
  const worth = Array.isArray(facts.honours) ? facts.honours.map((kind) => honourPoints[String(kind)]) : []
  return JSON.stringify(
    Object.entries({ ...facts, honours: worth.sort() }).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Comparing times means nothing unless the two count the same. */
function checkAgreement(rubric: Rubric, records: readonly CountableRecord[]): void {
  const byRubric = factsOf(rubric, tally(rubric, records))
  const { marks: _none, ...counted } = byRubric
  const [told, byHand] = [comparable(counted), comparable(cityFactsByHand(records))]
  if (told !== byHand) throw new Error(`the two tallies disagree: ${told} ${byHand}`)
}

export const bench: Bench = async () => {
  const rubric = rubricById('hunan-2023-city')
  // As they come from a file or the database: strings made by joining would be slower to compare.
  const records = z.array(countableRecord).parse(JSON.parse(JSON.stringify(inventedRecords(200_000))))
  checkAgreement(rubric, records)
  // Also where not everything of a kind is there, so that every yes and no is seen.
  for (let from = 0; from < 2_000; from += 20) checkAgreement(rubric, records.slice(from, from + 20))
  const [each = 0, byHand = 0] = await microseconds([
    { calls: 1, call: () => tally(rubric, records) },
    { calls: 1, call: () => cityFactsByHand(records) },
  ])
  const perRecord = each / records.length
  return [
    { what: 'tally', budget: 1_000_000, measured: 1_000_000 / perRecord, unit: 'records/s', atLeast: true },
    {
      what: 'tally ÷ counts by hand',
      budget: 10,
      measured: each / byHand,
      unit: '×',
      note: `by hand ${(byHand / records.length).toFixed(3)} µs; json-rules-engine adds nothing up over records`,
    },
  ]
}
