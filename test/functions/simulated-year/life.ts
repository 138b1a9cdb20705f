/** The life of the simulated year: what its people do in a month, through the functions. */
import { randomUUID } from 'node:crypto'
import { addDays, nextMonth, shanghaiInstant } from '../../../src/shared/calendar'
import type { PushedRecord } from '../../../src/shared/records'
import { Random } from '../../../cloudfunctions/local/example/random'
import { record, revised } from '../harness'
import { anyFigures, anyPayload, enterprise } from './payloads'
import {
  managerOf,
  places,
  reviewerOf,
  secondJudge,
  staffOf,
  type Place,
  type provinceWorld,
} from './province'

type Waiting = { place: Place; record: PushedRecord }

export function yearOf(world: ReturnType<typeof provinceWorld>) {
  const { clock, records, review, confirm, evaluate, as: filings } = world
  const random = new Random('a year of the province')
  let undecided: Waiting[] = []
  let returned: Waiting[] = []
  const done = { pushed: 0, returned: 0, corrected: 0, withdrawn: 0, lateReports: 0, missing: 0, sentBack: 0 }

  const at = (day: string, time: string) => (clock.now = new Date(shanghaiInstant(day, time)))

  async function push(place: Place, pushed: PushedRecord[]): Promise<void> {
    const { results } = await records(staffOf(place)).call('push', { records: pushed })
    for (const { outcome, code } of results) if (outcome !== 'stored') throw new Error(`not stored: ${code}`)
    for (const { id, payload } of pushed) {
      // Of some nobody is known who was there: a number alone completes nothing.
      if (payload.kind !== 'activity' || payload.attendances % 5 === 0) continue
      const entry = {
        id: randomUUID(),
        enterprise,
        source: 'staff-entry' as const,
        at: clock.now.toISOString(),
      }
      await confirm(staffOf(place)).call('enter', { activityId: id, entries: [entry] })
    }
    undecided.push(...pushed.map((each) => ({ place, record: each })))
    done.pushed += pushed.length
  }

  /** On the 25th staff record the month, and now and then something of an earlier day. */
  async function recordMonth(month: string): Promise<void> {
    at(`${month}-25`, '16:00')
    for (const place of places) {
      const days = Array.from({ length: random.pick([0, 0, 1, 1, 2]) }, () => {
        const day = addDays(`${month}-01`, random.whole(0, 24))
        return random.chance(0.15) && month > '2023-01' ? addDays(day, -28) : day
      })
      const corrected = returned.filter((each) => each.place === place && random.chance(0.8))
      returned = returned.filter((each) => !corrected.includes(each))
      done.corrected += corrected.length
      const pushed = [
        ...days.map((day) => record({ platformId: place.id, payload: anyPayload(random, day) })),
        ...corrected.map((each) => revised(each.record, anyPayload(random, `${month}-02`))),
      ]
      if (pushed.length > 0) await push(place, pushed)
    }
  }

  /** On the 28th reviewers decide on most of what waits; staff take a little back. */
  async function decideMonth(month: string): Promise<void> {
    at(`${month}-28`, '10:00')
    const waiting = undecided
    undecided = []
    for (const each of waiting) await decide(each)
  }

  async function decide(each: Waiting): Promise<void> {
    const { place, record: seen } = each
    const { id, revision, payload } = seen
    const fate = random.next()
    if (fate < 0.74) {
      const declared = payload.kind === 'activity' ? payload.attendances : null
      const approvedAttendances = declared !== null && random.chance(0.3) ? Math.floor(declared / 2) : null
      await review(reviewerOf(place)).call('approve', { id, revision, approvedAttendances })
    } else if (fate < 0.86) {
      await review(reviewerOf(place)).call('return', { id, revision, reason: '请补充材料' })
      returned.push(each)
      done.returned += 1
    } else if (fate < 0.9) {
      await records(staffOf(place)).call('withdraw', { id, revision, reason: '重复登记' })
      done.withdrawn += 1
    } else {
      undecided.push(each)
    }
  }

  /** The month's reports, filed on the 3rd of the next month, some of them late, some sent back, some never. */
  async function reportMonth(month: string): Promise<void> {
    const next = nextMonth(month)
    const file = (place: Place, replaces: number) =>
      filings(managerOf(place)).call('fileMonthly', {
        ...{ platformId: place.id, month, figures: anyFigures(random), remark: '', replaces },
        reason: replaces === 0 ? '' : '按退回意见更正',
      })
    const signOff = (place: Place, version: number, decision: 'approve' | 'refuse') =>
      filings(reviewerOf(place)).call('signOff', {
        ...{ platformId: place.id, kind: 'monthly' as const, period: month, version, decision },
        reason: decision === 'refuse' ? '与后台不符' : '',
      })
    const plan = places.map((place) => ({ place, filed: random.next(), fate: random.next() }))
    at(`${next}-03`, '09:00')
    for (const { place, filed } of plan) if (filed < 0.6) await file(place, 0)
    at(`${next}-04`, '09:00')
    for (const { place, filed, fate } of plan) {
      if (filed >= 0.6 || fate >= 0.9) continue
      await signOff(place, 1, fate < 0.75 ? 'approve' : 'refuse')
      done.sentBack += fate < 0.75 ? 0 : 1
    }
    // The last minute of the day on which it is due.
    at(`${next}-05`, '23:59')
    for (const { place, filed, fate } of plan)
      if (filed < 0.6 && fate >= 0.75 && fate < 0.82) await file(place, 1)
    at(`${next}-06`, '00:01')
    for (const { place, filed, fate } of plan) {
      if (filed < 0.6 && fate >= 0.75 && fate < 0.82) await signOff(place, 2, 'approve')
      else if (filed < 0.6 && fate >= 0.82 && fate < 0.86) await file(place, 1)
      else if (filed >= 0.6 && filed < 0.68) {
        await file(place, 0)
        done.lateReports += 1
      } else if (filed >= 0.68) done.missing += 1
    }
    at(`${next}-07`, '09:00')
    for (const { place, filed, fate } of plan) {
      if (filed < 0.6 && fate >= 0.82 && fate < 0.86) await signOff(place, 2, 'approve')
      else if (filed >= 0.6 && filed < 0.68 && fate < 0.8) await signOff(place, 1, 'approve')
    }
  }

  /** In January the province states what it knows of each platform, in June some of it again. */
  async function stateYear(month: '2023-01' | '2023-06'): Promise<void> {
    at(`${month}-10`, '10:00')
    for (const { id: platformId, tier } of places) {
      if (month === '2023-06' && random.chance(0.7)) continue
      const about = { platformId, year: '2023', source: '年初下达文件' }
      const state = (name: string, value: number | boolean) =>
        evaluate('省平台').call('state', { ...about, name, value })
      await state('registrationTarget', random.whole(100, 500))
      await state('localIndustrialEnterprises', random.whole(300, 3_000))
      if (tier !== 'county') await state('financingSubPlatform', random.chance(0.7))
    }
  }

  /** In December two judges give marks; the first changes some of them. */
  async function markYear(): Promise<void> {
    at('2023-12-20', '10:00')
    for (const { id: platformId } of places) {
      const about = { platformId, year: '2023', criterion: 'daily/coordination', reason: '评定' }
      const mark = (who: Parameters<typeof evaluate>[0]) =>
        evaluate(who).call('mark', { ...about, points: random.whole(0, 20) / 2 })
      await mark('省平台')
      if (random.chance(0.5)) await mark(secondJudge)
      clock.now = new Date(clock.now.getTime() + 1_000)
      if (random.chance(0.2)) await mark('省平台')
    }
  }

  /** A record of a month, pushed and approved when its result is frozen already. */
  async function approveLate(place: Place, month: string): Promise<void> {
    const late = record({ platformId: place.id, payload: anyPayload(random, `${month}-20`) })
    await push(place, [late])
    undecided = undecided.filter((each) => each.record !== late)
    const { id, revision } = late
    await review(reviewerOf(place)).call('approve', { id, revision, approvedAttendances: null })
  }

  return { at, random, done, recordMonth, decideMonth, reportMonth, stateYear, markYear, approveLate }
}
