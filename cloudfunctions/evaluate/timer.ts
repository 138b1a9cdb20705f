/**
 * What the daily timer starts: whatever is due and not done. A day that was missed is caught up, and a run that
 * was cut off is finished, because what is due follows from the data and not from the day.
 */
import { shanghaiDate } from '../../src/shared/calendar'
import { Refusal } from '../../src/shared/contract'
import { isTimedOut, isUnavailable, type Database, type TimerCall } from '../backend'
import { anyFrozen, listRuns } from '../backend/results'
import { allPlatforms, basesOf, lastDayOf, type PlatformSince } from '../backend/tallies'
import { endedPeriods } from './due'
import { runPeriod } from './run-period'
import { behind } from './up-to-date'

/** Time for all periods together; what is left is due the next time. */
const BUDGET_MS = 45_000

/**
 * Runs every period that is due, the oldest first. A period that fails does not hold up the others.
 * @throws what kept platforms or periods from being evaluated, for the log; at once when the database is out of reach
 */
export async function runWhatIsDue({ database, now }: TimerCall): Promise<void> {
  const started = performance.now()
  const failures: unknown[] = []
  const report = (error: unknown) => failures.push(error)
  const all = await allPlatforms(database)
  for (const period of endedPeriods(shanghaiDate(now))) {
    const budgetMs = BUDGET_MS - (performance.now() - started)
    if (budgetMs <= 0) break
    try {
      if (!(await isDue(database, period, all, now))) continue
      await runPeriod({ database, now, personId: null, report, budgetMs }, period)
    } catch (error) {
      // Frozen or without a rubric since it was asked for, or somebody is at work on it: nothing to do.
      if (error instanceof Refusal) continue
      if (isUnavailable(error) && !isTimedOut(error)) throw error
      report(error)
    }
  }
  if (failures.length > 0) {
    throw new Error(`${failures.length} platforms or periods could not be evaluated`, { cause: failures[0] })
  }
}

/** The ended periods that the timer would run. */
export async function duePeriods(database: Database, now: Date): Promise<string[]> {
  const all = await allPlatforms(database)
  const due: string[] = []
  for (const period of endedPeriods(shanghaiDate(now))) {
    if (await isDue(database, period, all, now)) due.push(period)
  }
  return due
}

/** Is it not frozen, and are its results not those of today, or did its newest run leave some out? */
async function isDue(
  database: Database,
  period: string,
  all: readonly PlatformSince[],
  now: Date,
): Promise<boolean> {
  if (await anyFrozen(database, period)) return false
  const bases = await basesOf(database, all, all, lastDayOf(period))
  if (bases.length === 0) return false
  const [run] = await listRuns(database, period, now, 1)
  if (run?.state !== 'finished' || run.failed.length > 0) return true
  const { missing, cuts, tallies } = await behind(database, period, bases, now)
  return missing > 0 || cuts || tallies
}
