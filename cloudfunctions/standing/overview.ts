/** All platforms that the caller looks over, side by side: reports, undecided records, the latest result, what stands out. */
import { monthOf, previousMonth, reviewOverdueBefore, shanghaiDate } from '../../src/shared/calendar'
import { guessedDays, standingContract, type OverviewRow } from '../../src/shared/contract'
import { action, allows, scopeOf } from '../backend'
import { countWaitingFilings } from '../backend/filings'
import { countGuessedAttempts } from '../backend/participations'
import { isMedianTold, listPeriods } from '../backend/results'
import { allPlatforms, basesOf, lastDayOf } from '../backend/tallies'
import { classFigures } from './class-figures'
import { outliersOf } from './outliers'
import { latestOf } from './period-before'
import { reportsOf } from './reports-of'
import { nothingWaits, waitingOf } from './waiting-of'

const DAY = 24 * 60 * 60_000

export const overview = action(standingContract.overview, async (context) => {
  const { trx, now } = context
  const today = shanghaiDate(now)
  const month = previousMonth(monthOf(today))
  const all = await allPlatforms(trx)
  const seen = all.filter((platform) => allows(context, 'standing.overview', { platform }))
  const reports = await reportsOf(trx, await basesOf(trx, seen, all, lastDayOf(month)), month, now)
  const scope = scopeOf(context, 'standing.overview')
  const overdueBefore = reviewOverdueBefore(today)
  const waiting = await waitingOf(trx, scope, overdueBefore, now)
  const filings = await countWaitingFilings(
    trx,
    seen.map(({ id }) => id),
    overdueBefore,
  )
  const lately = new Date(now.getTime() - guessedDays * DAY)
  const guessed = scope.all ? await countGuessedAttempts(trx, lately) : null
  const period = latestOf(await listPeriods(trx), today)
  const figures = period === null ? null : await classFigures(trx, period)

  const rows = seen.map((platform): OverviewRow => {
    const placed = figures?.placed.get(platform.id)
    const medians = figures?.medians.get(platform.tier)
    const { id, name, tier, areaCode } = platform
    return {
      platform: { id, name, tier, areaCode },
      report: reports.get(id)?.report ?? null,
      lateOrMissing: reports.get(id)?.lateOrMissing ?? 0,
      ...(waiting.get(id) ?? nothingWaits),
      filingsWaiting: filings.get(id)?.waiting ?? 0,
      filingsOverdue: filings.get(id)?.overdue ?? 0,
      exclusion: placed?.result.exclusion ?? null,
      result: placed
        ? {
            id: placed.result.id,
            total: placed.result.total,
            rank: placed.rank,
            state: placed.result.state,
          }
        : null,
      attendances: placed?.attendances ?? null,
      outliers:
        placed && medians
          ? outliersOf({ total: placed.result.total, attendances: placed.attendances }, medians)
          : [],
    }
  })
  const medians = Object.fromEntries(
    [...(figures?.medians ?? [])]
      .filter(([tier, { of, isPublic }]) => scope.all || isPublic || isMedianTold(tier, of))
      .map(([tier, { total, attendances }]) => [tier, { total, attendances }]),
  )
  return { month, period, rows, guessed, medians }
})
