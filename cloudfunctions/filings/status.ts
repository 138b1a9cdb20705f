/** From a stored history to what the screens show of it. */
import { addDays, daysBetween, reviewOverdueBefore, shanghaiDate } from '../../src/shared/calendar'
import type { FilingStatus } from '../../src/shared/contract'
import {
  countedFiledAt,
  filingState,
  isLateOrMissing,
  refusesFiling,
  type FilingHistory,
} from '../../src/shared/filings'
import type { FilingKey, StoredHistory } from '../backend/filings'

/** The history as the rules read it. */
export function lifeOf(history: StoredHistory): FilingHistory {
  return {
    versions: history.versions.map(({ version, filedAt }) => ({ version, filedAt: filedAt.toISOString() })),
    decisions: history.signOffs.map(({ version, decision, at }) => ({
      version,
      decision,
      at: at.toISOString(),
    })),
  }
}

/** The day that ends at a due time: due at 24:00 of the 5th is due on the 5th. */
export function dueDay(dueAt: string): string {
  return addDays(shanghaiDate(dueAt), -1)
}

export function statusOf(
  { kind, period }: Omit<FilingKey, 'platformId'>,
  history: StoredHistory,
  now: Date,
): FilingStatus {
  const life = lifeOf(history)
  const { dueAt } = history
  const at = now.toISOString()
  const filedAt = countedFiledAt(life, dueAt)
  const newest = history.versions.at(-1)
  const version = newest?.version ?? 0
  const state = filingState(life, dueAt, at)
  const decided = history.signOffs.filter((each) => each.version === version).at(-1)
  return {
    kind,
    period,
    state,
    dueAt,
    daysLeft: daysBetween(shanghaiDate(now), dueDay(dueAt)),
    filedAt,
    late: isLateOrMissing(filedAt, dueAt, at),
    waitsTooLong: state === 'filed' && newest !== undefined && waitsTooLong(newest.filedAt, now),
    version,
    open: refusesFiling(kind, period, life, at) === null,
    refusedBecause: state === 'refused' ? (decided?.reason ?? '') : null,
    forwardedAt: history.forwards.find((each) => each.version === version)?.at.toISOString() ?? null,
  }
}

/** As of records: received before the reviewer's working days began to run out (D14). */
function waitsTooLong(filedAt: Date, now: Date): boolean {
  return filedAt.toISOString() < (reviewOverdueBefore(shanghaiDate(now)) ?? '')
}
