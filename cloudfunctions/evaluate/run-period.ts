/**
 * A run: brings the tallies of changed months up to date, scores every platform for the year so far, ranks each
 * class. Idempotent. It goes by small groups of platforms, each in a transaction of its own: a run that is cut
 * off keeps what it has done, and the next one goes on from there.
 */
import { createHash, randomUUID } from 'node:crypto'
import { spanOf, shanghaiDate } from '../../src/shared/calendar'
import { Refusal, type RunSummary } from '../../src/shared/contract'
import { canonicalJson } from '../../src/shared/records'
import { appendAudit, isUnavailable, transact, type Database, type Trx } from '../backend'
import {
  anyFrozen,
  keepProvisional,
  lockKnown,
  rankProvisional,
  type ComputedResult,
} from '../backend/results'
import {
  allPlatforms,
  basesOf,
  bringUpToDate,
  lastDayOf,
  monthsWithin,
  readTallies,
  staleMonths,
  tallyOf,
  wantsOf,
  type Basis,
} from '../backend/tallies'
import { compute } from './compute'
import { createDueReports } from './due-reports'

/** Who runs, and when; `personId` is null for the timer. */
export type Running = { database: Database; now: Date; personId: string | null }

/** Platforms in one transaction: few, so that little is lost, but not one, since each costs several round trips. */
const GROUP = 32
/** Groups at once: while the database works for one, another is scored. A pool has at least as many connections. */
const AT_ONCE = 2

/**
 * Refuses with PERIOD_NOT_COVERED when no rubric covers the period, INVALID_INPUT when it has not begun. A
 * frozen period is left alone. A platform that fails does not hold up the others; the run then throws at its end.
 */
export async function runPeriod(running: Running, period: string): Promise<RunSummary> {
  const { database, now, personId } = running
  if (spanOf(period).from > shanghaiDate(now)) {
    throw new Refusal('INVALID_INPUT', { fields: { period: '这一时期还没有开始' } })
  }
  const all = await allPlatforms(database)
  const bases = await basesOf(database, all, all, lastDayOf(period))
  if (bases.length === 0) throw new Refusal('PERIOD_NOT_COVERED')
  const whole = { done: bases.length, finished: true, failed: [] }
  const summary = { period, platforms: bases.length, monthsTallied: 0, changed: 0, frozen: false, ...whole }
  if (await anyFrozen(database, period)) return { ...summary, frozen: true }

  const failures: unknown[] = []
  await inGroups(bases, failures, async (group) => {
    const tallied = await tallyGroup(running, group)
    summary.monthsTallied += tallied
  })
  await inGroups(bases, failures, async (group) => {
    const changed = await transact(database, (trx) => scoreGroup(trx, running, period, group))
    summary.changed += changed
  })
  if (failures.length > 0) {
    throw new Error(`${failures.length} groups of platforms could not be evaluated`, { cause: failures[0] })
  }
  await transact(database, async (trx) => {
    await rankProvisional(trx, period)
    const { platforms, monthsTallied, changed } = summary
    const details = { platforms, monthsTallied, changed }
    await appendAudit(trx, {
      at: now,
      personId,
      action: 'evaluate.run',
      platformId: null,
      subject: period,
      details,
    })
  })
  return summary
}

/** Does the work group by group, a few at once; a group that fails is tried again platform by platform. */
async function inGroups(
  bases: readonly Basis[],
  failures: unknown[],
  work: (group: Basis[]) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < bases.length) {
      const group = bases.slice(next, next + GROUP)
      next += GROUP
      try {
        await work(group)
      } catch (error) {
        // Without a database nothing else will go better.
        if (isUnavailable(error)) {
          next = bases.length
          throw error
        }
        for (const basis of group) await work([basis]).catch((single: unknown) => failures.push(single))
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}

async function tallyGroup({ database, now }: Running, group: readonly Basis[]): Promise<number> {
  const stale = await staleMonths(database, group.flatMap(wantsOf), now)
  if (stale.length === 0) return 0
  return transact(database, async (trx) => {
    // Asked again: another run may have done it while this transaction was waiting for its turn.
    const still = await staleMonths(trx, group.flatMap(wantsOf), now)
    await createDueReports(trx, group, now)
    return bringUpToDate(trx, still, now)
  })
}

const md5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex')

/** Scores a group and stores what has changed; returns how many cards that is. */
async function scoreGroup(
  trx: Trx,
  { now, personId }: Running,
  period: string,
  group: readonly Basis[],
): Promise<number> {
  const tallies = await readTallies(trx, group.flatMap(wantsOf))
  const known = await lockKnown(
    trx,
    group.map(({ platform }) => platform.id),
    period,
  )
  const changed: ComputedResult[] = []
  for (const basis of group) {
    const { platform, rubric, months } = basis
    const within = monthsWithin(basis, period)
    const soFar = tallyOf(tallies, basis, months)
    // Of a whole year the two are one, and merging thousands of months twice takes seconds.
    const ofPeriod = within.length === months.length ? soFar : tallyOf(tallies, basis, within)
    const computed = compute(rubric, soFar, ofPeriod)
    const before = known.get(platform.id)
    const same =
      before?.digest === computed.digest &&
      before.cardMd5 === md5(computed.card) &&
      canonicalJson(before.increment) === computed.increment
    if (same || (before && before.state !== 'provisional')) continue
    changed.push({
      ...computed,
      id: randomUUID(),
      platformId: platform.id,
      period,
      tier: platform.tier,
      rubricId: rubric.id,
      rubricVersion: rubric.version,
      computedAt: now,
      computedBy: personId,
    })
  }
  return keepProvisional(trx, changed)
}
