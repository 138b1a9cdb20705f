/** What counts at this moment, by the day that the rubric in force asks for. */
import { liveOf, worthOf } from '../../src/phone/progress'
import type { Progress } from '../../src/shared/contract'
import { parseRubric } from '../../src/shared/rubric'
import { emptyTally } from '../../src/shared/scoring'
import { edited } from '../shared/rubric/edited'
import { activity } from './world'

const COUNTY = 'hunan-2023-county'

function standingUnder(records: 'act' | 'entry', today: string) {
  const rubric = parseRubric(edited(COUNTY, ['dating', 'records'], records))
  const progress: Progress = {
    platform: { id: 'liuyang', name: '浏阳市窗口平台', tier: 'county', areaCode: '430181' },
    rubric: { id: rubric.id, version: rubric.version, digest: '0'.repeat(64) },
    asOf: today,
    approved: emptyTally,
    pending: emptyTally,
    pendingRecords: 0,
    ...{ cuts: null, exclusion: null, standing: null },
  }
  const late = activity({ startsAt: '2022-12-30T06:00:00Z', endsAt: '2022-12-30T08:00:00Z' })
  const empty = liveOf(progress, rubric, [], today)
  const full = liveOf(progress, rubric, [{ id: 'a', payload: late }], today)
  return {
    events: full.facts.matchingEvents,
    worth: worthOf(empty, 'a', late).total,
    again: worthOf(full, 'a', late).total,
  }
}

describe('a record on its way', () => {
  it('counts on the day of the act, however late it is entered', () => {
    expect(standingUnder('act', '2023-01-03')).toEqual({ events: 0, worth: 0, again: 0 })
  })

  it('counts today where the rubric counts by the day of entry', () => {
    const { events, worth, again } = standingUnder('entry', '2023-01-03')
    expect(events).toBe(1)
    expect(worth).toBeGreaterThan(0)
    expect(again).toBe(worth)
    expect(standingUnder('entry', '2022-12-31')).toEqual({ events: 0, worth: 0, again: 0 })
  })
})
