/**
 * What the daily timer starts: whatever is due and not done. A day that was missed is caught up, and a run that
 * was cut off is finished, because what is due follows from the data and not from the day.
 */
import { shanghaiDate } from '../../src/shared/calendar'
import { Refusal } from '../../src/shared/contract'
import type { Database, TimerCall } from '../backend'
import { cutsChangedSince } from '../backend/filings'
import { anyFrozen, lastWholeRun } from '../backend/results'
import { allPlatforms, basesOf, lastDayOf, staleMonths, talliedSince, wantsOf } from '../backend/tallies'
import { endedPeriods } from './due'
import { runPeriod } from './run-period'

/** Time for all periods together; what is left is due the next time. */
const BUDGET_MS = 45_000

/** Runs every period that is due, the oldest first. @throws what kept platforms from being evaluated, for the log */
export async function runWhatIsDue({ database, now }: TimerCall): Promise<void> {
  const started = performance.now()
  const failures: unknown[] = []
  const report = (error: unknown) => failures.push(error)
  for (const period of await duePeriods(database, now)) {
    const budgetMs = BUDGET_MS - (performance.now() - started)
    if (budgetMs <= 0) break
    try {
      await runPeriod({ database, now, personId: null, report, budgetMs }, period)
    } catch (error) {
      // Frozen or without a rubric since it was asked for, or somebody is at work on it: nothing to do.
      if (!(error instanceof Refusal)) throw error
    }
  }
  if (failures.length > 0) {
    throw new Error(`${failures.length} platforms could not be evaluated`, { cause: failures[0] })
  }
}

/** The ended periods that are not frozen and have no results of a whole run, or older ones than what they are made from. */
export async function duePeriods(database: Database, now: Date): Promise<string[]> {
  const all = await allPlatforms(database)
  const due: string[] = []
  for (const period of endedPeriods(shanghaiDate(now))) {
    if (await anyFrozen(database, period)) continue
    const bases = await basesOf(database, all, all, lastDayOf(period))
    if (bases.length === 0) continue
    const begun = await lastWholeRun(database, period)
    const months = [...new Set(bases.flatMap((basis) => basis.months))]
    const done =
      begun !== null &&
      !(await talliedSince(database, months, begun)) &&
      !(await cutsChangedSince(database, period, begun)) &&
      (await staleMonths(database, bases.flatMap(wantsOf), now)).length === 0
    if (!done) due.push(period)
  }
  return due
}
