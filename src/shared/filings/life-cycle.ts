/**
 * The life of a filing: versions that were filed, decisions on them, and what follows for its state and for
 * whether it was in time. Pure; instants are ISO.
 */
import { nextMonth, monthsOf, periodKind, shanghaiInstant } from '../calendar'
import { annualDue, correctionUntil, type FilingKind } from './kinds'

export const filingStates = ['open', 'missing', 'filed', 'approved', 'refused'] as const
/** open: not filed and not due yet; missing: not filed and past due; filed: waits for the sign-off (审定). */
export type FilingState = (typeof filingStates)[number]

export const filingStateTitles: Record<FilingState, string> = {
  open: '待报送',
  missing: '未报送',
  filed: '待审定',
  approved: '已审定',
  refused: '被退回',
}

export type FiledVersion = { version: number; filedAt: string }
export type SignOff = { version: number; decision: 'approve' | 'refuse'; at: string }
/** Versions and decisions in the order in which they were made. */
export type FilingHistory = { versions: readonly FiledVersion[]; decisions: readonly SignOff[] }

const time = (instant: string) => Date.parse(instant)

function lastDecision({ decisions }: FilingHistory, version: number): SignOff | undefined {
  return last(decisions.filter((each) => each.version === version))
}

/** The state of the newest version. */
export function filingState(history: FilingHistory, dueAt: string, now: string): FilingState {
  const newest = last(history.versions)
  if (!newest) return time(dueAt) <= time(now) ? 'missing' : 'open'
  const decision = lastDecision(history, newest.version)?.decision
  if (decision === undefined) return 'filed'
  return decision === 'approve' ? 'approved' : 'refused'
}

/**
 * The instant at which a filing counts as filed, or null. Filed by the due time and standing then: the first
 * filing's own time, whatever is corrected later. Sent back before the due time and not filed again by then:
 * the time of the next filing, which is late (D11). Sent back only afterwards: it stays in time, since nobody
 * could have corrected it in time.
 */
export function countedFiledAt({ versions, decisions }: FilingHistory, dueAt: string): string | null {
  const due = time(dueAt)
  const sentBackInTime = (version: number) =>
    decisions.some((each) => each.version === version && each.decision === 'refuse' && time(each.at) <= due)
  const inTime = versions.filter(({ filedAt }) => time(filedAt) <= due)
  let counted: string | null = null
  for (const { version, filedAt } of inTime) counted = sentBackInTime(version) ? null : (counted ?? filedAt)
  return counted ?? versions.find(({ filedAt }) => time(filedAt) > due)?.filedAt ?? null
}

/** Of a report, besides what it says; instants are ISO. */
export type Reported = {
  /** When it counts as filed; null while it counts as missing. */
  filedAt: string | null
  /** When it was first filed, whatever was sent back. */
  firstFiledAt: string | null
  /** How often a version of it was sent back, before the due time or after it. */
  returns: number
}

export function reportedOf(history: FilingHistory, dueAt: string): Reported {
  return {
    filedAt: countedFiledAt(history, dueAt),
    firstFiledAt: history.versions[0]?.filedAt ?? null,
    returns: history.decisions.filter(({ decision }) => decision === 'refuse').length,
  }
}

/** What counts of a duty that has fallen due; what its absence says as well is left out (`countableObligation`). */
export function dutyOf({ filedAt, firstFiledAt, returns }: Reported, dueAt: string): Duty {
  const late = isLateOrMissing(filedAt, dueAt, dueAt)
  const lateAtFirst = isLateOrMissing(firstFiledAt, dueAt, dueAt)
  return {
    late,
    ...(lateAtFirst === late ? {} : { lateAtFirst }),
    ...(late && filedAt !== null ? { filedAfterDue: true } : {}),
    ...(returns === 0 ? {} : { returns }),
  }
}
type Duty = { late: boolean; lateAtFirst?: boolean; filedAfterDue?: boolean; returns?: number }

/** Late or missing: once a period at most, however it came about (RULES.md H2.5 b). */
export function isLateOrMissing(filedAt: string | null, dueAt: string, now: string): boolean {
  return filedAt === null ? time(dueAt) <= time(now) : time(filedAt) > time(dueAt)
}

/** The newest version that is approved: the one whose content counts. Null without one. */
export function approvedVersion(history: FilingHistory): number | null {
  const approved = history.versions.filter(
    ({ version }) => lastDecision(history, version)?.decision === 'approve',
  )
  return last(approved)?.version ?? null
}

/** From when on a period may be filed: a month when it is over, a year from its first day, with data to date (P-e). */
export function filingOpensAt(period: string): string {
  const [first = period] = monthsOf(period)
  return shanghaiInstant(`${periodKind(period) === 'month' ? nextMonth(period) : first}-01`)
}

/**
 * Why nothing can be filed now, or null when it can. Until the due time a filing may be replaced at will. After
 * it a monthly report may still be filed or corrected; an annual one may be filed late, be corrected once by
 * 10 January, and at any time when it was sent back: the sending back is the department's consent (D28).
 */
export function refusesFiling(
  kind: FilingKind,
  period: string,
  history: FilingHistory,
  now: string,
): 'not-yet' | 'closed' | null {
  if (time(now) < time(filingOpensAt(period))) return 'not-yet'
  const until = correctionUntil(kind, period)
  if (until === null || history.versions.length === 0) return null
  const dueAt = annualDue(period)
  if (time(now) <= time(dueAt)) return null
  if (filingState(history, dueAt, now) === 'refused') return null
  const corrected = history.versions.slice(1).filter(({ filedAt }) => time(filedAt) > time(dueAt)).length
  return time(now) <= time(until) && corrected === 0 ? null : 'closed'
}

/** `at` is missing on iOS before 15.4. */
const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1]
