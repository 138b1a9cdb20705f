/** What becomes of a record after somebody saves it: sent, decided, returned and changed, or taken back. */
import { createHash } from 'node:crypto'
import { addDays, shanghaiDate, shanghaiTime, shanghaiInstant } from '../../../src/shared/calendar'
import { hashedText, type RecordPayload, type ServerState } from '../../../src/shared/records'
import type { ExamplePerson } from './people'
import type { Random } from './random'
import { returnReasons, withdrawReasons } from './words'

export type Revision = {
  revision: number
  payload: RecordPayload
  hash: string
  filledAt: string
  receivedAt: string
  reason: string
}
export type Deed = {
  at: string
  personId: string
  action: 'submit' | 'revise' | 'approve' | 'return' | 'withdraw'
  revision: number
  fromState: ServerState | null
  toState: ServerState
  reason: string | null
  approvedAttendances: number | null
}
/** `revisions` is never empty; the last one is the record as it stands. */
export type ExampleRecord = {
  id: string
  platformId: string
  submittedBy: string
  revisions: Revision[]
  deeds: Deed[]
  state: ServerState
  approvedAttendances: number | null
  returnReason: string | null
  decidedBy: string | null
  decidedAt: string | null
}
export type Parties = { platformId: string; author: ExamplePerson; decider: ExamplePerson }

const MINUTE = 60_000
export const later = (instant: string, minutes: number) =>
  new Date(Date.parse(instant) + Math.round(minutes) * MINUTE).toISOString()

/** The record as it stands at `until` (ISO), or null when it has not reached the server by then. */
export function liveRecord(
  random: Random,
  parties: Parties,
  payload: RecordPayload,
  filledAt: string,
  until: string,
): ExampleRecord | null {
  const receivedAt = later(filledAt, arrivalDelay(random))
  if (receivedAt > until) return null
  const record: ExampleRecord = {
    id: random.uuid(filledAt),
    platformId: parties.platformId,
    submittedBy: parties.author.id,
    revisions: [],
    deeds: [],
    state: 'submitted',
    approvedAttendances: null,
    returnReason: null,
    decidedBy: null,
    decidedAt: null,
  }
  const fate = random.next()
  send(record, parties, payload, filledAt, receivedAt, '')
  if (fate < 0.025) withdraw(record, parties, random, until)
  else if (fate < 0.085) {
    const changed = returnIt(record, parties, random, until)
    // Some are still with their platform, also long after.
    if (changed && fate > 0.04) {
      const filledAgain = later(changed, random.whole(60, 60 * 30))
      const receivedAgain = later(filledAgain, 1)
      if (receivedAgain <= until) {
        send(record, parties, corrected(payload), filledAgain, receivedAgain, '按审核意见修改')
        approve(record, parties, random, until)
      }
    }
  } else approve(record, parties, random, until)
  return record
}

/** Minutes: at once, when back in the network, or days later. */
function arrivalDelay(random: Random): number {
  const kind = random.next()
  if (kind < 0.8) return random.whole(1, 4)
  return kind < 0.95 ? random.whole(30, 600) : random.whole(1400, 4000)
}

function send(
  record: ExampleRecord,
  parties: Parties,
  payload: RecordPayload,
  filledAt: string,
  receivedAt: string,
  reason: string,
) {
  const revision = record.revisions.length + 1
  const hash = createHash('sha256').update(hashedText(parties.platformId, payload)).digest('hex')
  record.revisions.push({ revision, payload, hash, filledAt, receivedAt, reason })
  const action = revision === 1 ? 'submit' : 'revise'
  step(record, parties.author, action, receivedAt, 'submitted', reason === '' ? null : reason)
  Object.assign(record, { approvedAttendances: null, returnReason: null, decidedBy: null, decidedAt: null })
}

function step(
  record: ExampleRecord,
  person: ExamplePerson,
  action: Deed['action'],
  at: string,
  toState: ServerState,
  reason: string | null,
  approvedAttendances: number | null = null,
) {
  record.deeds.push({
    at,
    personId: person.id,
    action,
    revision: record.revisions.length,
    fromState: action === 'submit' ? null : record.state,
    toState,
    reason,
    approvedAttendances,
  })
  record.state = toState
}

function approve(record: ExampleRecord, { decider }: Parties, random: Random, until: string) {
  const last = record.revisions[record.revisions.length - 1]
  if (!last) return
  const at = decisionTime(random, last.receivedAt, until)
  if (at > until) return
  let attendances: number | null = null
  if (last.payload.kind === 'activity') {
    const declared = last.payload.attendances
    attendances = random.chance(0.06) ? Math.floor(declared * 0.85) : declared
  }
  step(record, decider, 'approve', at, 'approved', null, attendances)
  Object.assign(record, { approvedAttendances: attendances, decidedBy: decider.id, decidedAt: at })
}

function returnIt(record: ExampleRecord, { decider }: Parties, random: Random, until: string): string | null {
  const at = decisionTime(random, record.revisions[0]?.receivedAt ?? until, until)
  if (at > until) return null
  const reason = random.pick(returnReasons)
  step(record, decider, 'return', at, 'returned', reason)
  Object.assign(record, { returnReason: reason, decidedBy: decider.id, decidedAt: at })
  return at
}

function withdraw(record: ExampleRecord, { author }: Parties, random: Random, until: string) {
  const at = later(record.revisions[0]?.receivedAt ?? until, random.whole(20, 2000))
  if (at <= until) step(record, author, 'withdraw', at, 'withdrawn', random.pick(withdrawReasons))
}

function corrected(payload: RecordPayload): RecordPayload {
  if (payload.kind !== 'activity') return payload
  return { ...payload, outcome: `${payload.outcome || '已补充成效说明。'}(已核对)` }
}

const FORTNIGHT = 14 * 24 * 60 * MINUTE

/** Some days after, on a weekday in office hours; of what came lately more still waits. */
function decisionTime(random: Random, receivedAt: string, until: string): string {
  const isRecent = Date.parse(until) - Date.parse(receivedAt) < FORTNIGHT
  const isSlow = random.chance(isRecent ? 0.7 : 0.15)
  let day = addDays(shanghaiDate(receivedAt), isSlow ? random.whole(6, 14) : random.whole(1, 5))
  while (isWeekend(day)) day = addDays(day, 1)
  const minute = String(random.whole(0, 59)).padStart(2, '0')
  return shanghaiInstant(
    day,
    `${random.pick(['09', '10', '11', '15', '16'])}:${minute}:${shanghaiTime(receivedAt).slice(3)}`,
  )
}

export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
