/**
 * What the daily timer starts: whatever is due and not done. A day that was missed is caught up, and a run that
 * was cut off is finished, because what is due follows from the data and not from the day.
 */
import { shanghaiDate } from '../../src/shared/calendar'
import { Refusal } from '../../src/shared/contract'
import type { Database, TimerCall } from '../backend'
import { anyFrozen, hasResults } from '../backend/results'
import { allPlatforms, basesOf, lastDayOf, staleMonths, talliedSince, wantsOf } from '../backend/tallies'
import { endedPeriods } from './due'
import { runPeriod } from './run-period'

/** Runs every period that is due, the oldest first. */
export async function runWhatIsDue({ database, now }: TimerCall): Promise<void> {
  for (const period of await duePeriods(database, now)) {
    try {
      await runPeriod({ database, now, personId: null }, period)
    } catch (error) {
      // Frozen or without a rubric since it was asked for: nothing to do.
      if (!(error instanceof Refusal)) throw error
    }
  }
}

/** The ended periods that are not frozen and have no results, or results older than what they are made from. */
export async function duePeriods(database: Database, now: Date): Promise<string[]> {
  const all = await allPlatforms(database)
  const due: string[] = []
  for (const period of endedPeriods(shanghaiDate(now))) {
    if (await anyFrozen(database, period)) continue
    const bases = await basesOf(database, all, all, lastDayOf(period))
    if (bases.length === 0) continue
    const finished = await lastRun(database, period)
    const months = [...new Set(bases.flatMap((basis) => basis.months))]
    const done =
      finished !== null &&
      (await hasResults(database, period)) &&
      !(await talliedSince(database, months, finished)) &&
      (await staleMonths(database, bases.flatMap(wantsOf), now)).length === 0
    if (!done) due.push(period)
  }
  return due
}

/** When the last run of a period that came to its end had begun; null without one. */
async function lastRun(database: Database, period: string): Promise<Date | null> {
  const { at } = await database
    .selectFrom('audit_log')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('subject', '=', period)
    .where('action', '=', 'evaluate.run')
    .executeTakeFirstOrThrow()
  return at
}
