// What a record in the form is worth, worked out at each key stroke: with nothing on the way, and with as much as a
// field worker may have waiting, the record's own earlier version among it.
import { liveOf, worthOf, type OnItsWay } from '../../src/phone/progress'
import type { Progress } from '../../src/shared/contract'
import { activityCategories } from '../../src/shared/records'
import { rubricById } from '../../src/shared/rubric'
import { tally } from '../../src/shared/scoring'
import { activity } from '../shared/records/builders'
import { microseconds, type Bench } from './bench'
import { inventedRecords } from './tally'

const WAITING = 200
const FRAME_MS = 16

export const bench: Bench = async () => {
  const rubric = rubricById('hunan-2023-city')
  const records = inventedRecords(2_000)
  const progress: Progress = {
    platform: { id: 'p', name: '示例市窗口平台', tier: 'city', areaCode: '430100' },
    rubric: { id: rubric.id, version: rubric.version, digest: '0'.repeat(64) },
    asOf: '2023-06-01',
    approved: tally(rubric, records.slice(0, 1_500)),
    pending: tally(rubric, records.slice(1_500)),
    pendingRecords: 500,
    cuts: null,
    exclusion: null,
    standing: null,
  }
  const waiting = Array.from({ length: WAITING }, (_, at): OnItsWay => {
    const category = activityCategories[at % activityCategories.length] ?? 'other'
    return { id: `w${at}`, payload: activity({ category }) }
  })
  const empty = liveOf(progress, rubric, [], '2023-06-01')
  const full = liveOf(progress, rubric, waiting, '2023-06-01')
  let at = 0
  const payload = () => activity({ attendances: (at = (at + 1) % 500) })
  const [fresh = 0, changed = 0] = await microseconds([
    { calls: 500, call: () => worthOf(empty, 'new', payload()) },
    { calls: 100, call: () => worthOf(full, 'w0', payload()) },
  ])
  return [
    { what: 'worth of a record in the form', budget: FRAME_MS, measured: fresh / 1_000, unit: 'ms' },
    {
      what: `the same, one of ${WAITING} that wait`,
      budget: FRAME_MS,
      measured: changed / 1_000,
      unit: 'ms',
    },
  ]
}
