/** How far a platform is, as tallies: the phone makes the card of them, and adds what it has not sent yet. */
import { shanghaiDate } from '../../src/shared/calendar'
import { Refusal, standingContract, type Platform, type Progress } from '../../src/shared/contract'
import { isPlanned } from '../../src/shared/records'
import { mergeTallies, tally, type Tally } from '../../src/shared/scoring'
import { action, allow, findPlatform, type Context, type Trx } from '../backend'
import { cutsOf } from '../backend/filings'
import { exclusionOf, listPeriodsOf, standingsOf, totalOf } from '../backend/results'
import {
  readTallies,
  recordsUnder,
  sharedFacts,
  staleMonths,
  tallyOf,
  tallyOnly,
  wantsOf,
  type Basis,
  type SeenRecord,
} from '../backend/tallies'
import { basisOf } from './basis-of'
import { medianTold } from './median-told'
import { latestOf, periodBefore } from './period-before'

export const progress = action(standingContract.progress, async (context, { platformId }) => {
  const { trx, now } = context
  const platform = await findPlatform(trx, platformId)
  allow(context, 'standing.progress', { platform })
  if (!platform) throw new Refusal('NOT_FOUND')
  const asOf = shanghaiDate(now)
  const basis = await basisOf(trx, platform.id, asOf)
  const wants = wantsOf(basis)
  // Months that have changed since the last run are tallied here, so that a decision shows at once.
  const tallies = await readTallies(trx, wants, await staleMonths(trx, wants, now), now)
  const pending = await tallyPending(trx, basis, now)
  const { id, version, digest } = basis.rubric
  const exclusion = await exclusionOf(trx, platform.id, asOf.slice(0, 4))
  return {
    platform,
    rubric: { id, version, digest },
    asOf,
    approved: tallyOf(tallies, basis, basis.months),
    pending: pending.tally,
    pendingRecords: pending.records,
    cuts: exclusion === null ? await cutsShown(trx, platform, asOf.slice(0, 4)) : null,
    exclusion,
    standing: platform.tier === 'province' ? null : await standingOf(context, platform, asOf),
  }
})

/** Submitted records as if they were approved as declared: the platform's own, and of its counties what counts for it. */
async function tallyPending(trx: Trx, basis: Basis, now: Date): Promise<{ tally: Tally; records: number }> {
  const { platform, counties, months } = basis
  const { rubric } = basis.rubric
  const platformIds = [platform, ...counties].map(({ id }) => id)
  const waiting = await recordsUnder(trx, rubric, platformIds, months, ['submitted'])
  // What is planned counts nowhere before it begins (D50).
  const records = waiting.filter(({ row }) => !isPlanned(row.payload, now))
  const isOwn = ({ row }: SeenRecord) => row.platformId === platform.id
  const tallied = (own: boolean) =>
    tally(
      rubric,
      records.filter((each) => isOwn(each) === own).map(({ countable }) => countable),
    )
  return {
    tally: mergeTallies(tallied(true), tallyOnly(tallied(false), sharedFacts(rubric))),
    records: records.filter(isOwn).length,
  }
}

/** Grades begin with the annual evaluation: before its first run the authoritative card has none, and so has the phone's. */
async function cutsShown(trx: Trx, platform: Platform, year: string): Promise<Progress['cuts']> {
  if ((await totalOf(trx, platform.id, year)) === null) return null
  return (await cutsOf(trx, year))(platform.tier)
}

/** Rank and count may be told before publication; the other platforms' marks may not (D36). */
async function standingOf(
  context: Context,
  platform: Platform,
  today: string,
): Promise<Progress['standing']> {
  const { trx } = context
  const period = latestOf(await listPeriodsOf(trx, platform.id), today)
  if (period === null) return null
  const before = periodBefore(period)
  const standings = await standingsOf(trx, platform, [period, before])
  const current = standings.get(period)
  if (!current) return null
  const previous = standings.get(before)
  const { rank, of, total } = current
  const median = medianTold(context, 'standing.progress', platform.tier, current)
  return { period, rank, of, total, median, movement: previous ? previous.rank - rank : null }
}
