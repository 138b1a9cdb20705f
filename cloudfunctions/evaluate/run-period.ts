/**
 * A run: brings the tallies of changed months up to date and scores every platform for the year so far. Idempotent.
 * It goes by small groups of platforms, each in a transaction of its own: a run that is cut off keeps what it has
 * done, and the next call goes on from there.
 */
import { createHash, randomUUID } from 'node:crypto'
import { spanOf, shanghaiDate, type DueDays } from '../../src/shared/calendar'
import { Refusal, type RunSummary } from '../../src/shared/contract'
import { canonicalJson } from '../../src/shared/records'
import { appendAudit, isTimedOut, isUnavailable, transact, type Database, type Trx } from '../backend'
import { readDueDays } from '../backend/due-days'
import { cutsOf, type CutsOf } from '../backend/filings'
import {
  advanceRun,
  anyFrozen,
  doneIn,
  findRun,
  finishRun,
  keepMadeFrom,
  keepProvisional,
  lockKnown,
  releaseRun,
  RunLost,
  takeRun,
  type ComputedResult,
  type HeldRun,
} from '../backend/results'
import {
  allPlatforms,
  basesOf,
  bringUpToDate,
  lastDayOf,
  madeFrom,
  monthsWithin,
  portionsOf,
  readTallies,
  staleMonths,
  tallyOf,
  wantsOf,
  type Basis,
} from '../backend/tallies'
import { compute } from './compute'
import { createDueReports } from './due-reports'

/** Who runs, and when; `personId` is null for the timer. */
export type Running = {
  database: Database
  now: Date
  personId: string | null
  /** Hears why platforms could not be evaluated. */
  report: (error: unknown) => void
  /** When the run stops by itself, before the function's time is over; the group at work is brought to its end. */
  budgetMs?: number
  /** Platforms in one transaction: few, so that little is lost, but not one, since each costs several round trips. */
  group?: number
}

const BUDGET_MS = 45_000
const GROUP = 32
/** Groups at once: while the database works for one, another is scored. A pool has at least as many connections. */
const AT_ONCE = 2

/**
 * Goes on with the run of a period or begins one, until all platforms are through or the time is over: then
 * `finished` is false and the next call goes on. Refuses with PERIOD_NOT_COVERED when no rubric covers the period,
 * INVALID_INPUT when it has not begun, RUN_UNDER_WAY while another call is at work on it. A frozen period is left
 * alone. A platform that fails does not hold up the others; the summary names it.
 */
export async function runPeriod(running: Running, period: string): Promise<RunSummary> {
  const started = performance.now()
  const elapsed = () => performance.now() - started
  const { database, now, personId, budgetMs = BUDGET_MS } = running
  if (spanOf(period).from > shanghaiDate(now)) {
    throw new Refusal('INVALID_INPUT', { fields: { period: '这一时期还没有开始' } })
  }
  const all = await allPlatforms(database)
  const bases = await basesOf(database, all, all, lastDayOf(period))
  if (bases.length === 0) throw new Refusal('PERIOD_NOT_COVERED')
  const platforms = bases.length
  if (await anyFrozen(database, period)) return untouched(period, platforms)

  const run = await takeRun(database, { period, platforms, by: personId, now })
  if (!run) throw new Refusal('RUN_UNDER_WAY')
  try {
    const cuts = await cutsOf(database, period)
    const dueDays = await readDueDays(database)
    const through = await doneIn(database, run)
    const left = bases.filter(({ platform }) => !through.has(platform.id))
    const hasTime = () => elapsed() < budgetMs
    const finished = await inGroups(running, left, hasTime, {
      work: async (group) => {
        if (!(await tallyGroup(running, run, group, dueDays, hasTime))) return false
        await transact(database, async (trx) => {
          const changed = await scoreGroup(trx, running, period, group, cuts)
          await advanceRun(trx, run, { platformIds: idsOf(group), changed })
        })
        return true
      },
      failed: (basis) =>
        transact(database, (trx) => {
          const platformIds = idsOf([basis])
          return advanceRun(trx, run, { platformIds, failed: platformIds })
        }),
    })
    if (finished) await finish(running, run, period, new Date(now.getTime() + elapsed()))
  } finally {
    await releaseRun(database, run)
  }
  const { of, done, finishedAt, monthsTallied, changed, failed } = await findRun(database, run.id, now)
  const summary = { period, platforms: of, done, finished: finishedAt !== null }
  return { ...summary, monthsTallied, changed, failed, frozen: false }
}

function untouched(period: string, platforms: number): RunSummary {
  const nothing = { done: 0, monthsTallied: 0, changed: 0, failed: [] }
  return { period, platforms, ...nothing, finished: true, frozen: true }
}

const idsOf = (group: readonly Basis[]) => group.map(({ platform }) => platform.id)

async function finish(running: Running, run: HeldRun, period: string, at: Date): Promise<void> {
  await transact(running.database, async (trx) => {
    const { of: platforms, monthsTallied, changed, failed } = await findRun(trx, run.id, at)
    await finishRun(trx, run, at)
    await appendAudit(trx, {
      at: running.now,
      personId: running.personId,
      action: 'evaluate.run',
      platformId: null,
      subject: period,
      details: { platforms, monthsTallied, changed, failed },
    })
  })
}

type Steps = {
  /** False if there was no time for all of it. */
  work: (group: Basis[]) => Promise<boolean>
  /** A platform whose work fails even alone. */
  failed: (basis: Basis) => Promise<void>
}

/**
 * Does the work group by group, a few at once, while there is time, and some in any case; a group that fails is
 * tried again platform by platform. False if some are left. A database that answers nothing any more ends it, since
 * it does not take the note of a failure either.
 */
async function inGroups(
  { report, group: size = GROUP }: Running,
  bases: readonly Basis[],
  hasTime: () => boolean,
  steps: Steps,
): Promise<boolean> {
  let cutOff = false
  const one = async (basis: Basis) => {
    try {
      if (!(await steps.work([basis]))) cutOff = true
    } catch (error) {
      if (isFatal(error)) throw error
      report(error)
      await steps.failed(basis)
    }
  }
  let next = 0
  const inTurn = async (group: readonly Basis[]) => {
    for (const [at, basis] of group.entries()) {
      await one(basis)
      if (hasTime() || at === group.length - 1) continue
      cutOff = true
      return
    }
  }
  const through = async (group: Basis[]) => {
    try {
      if (!(await steps.work(group))) cutOff = true
    } catch (error) {
      if (isFatal(error)) throw error
      await inTurn(group)
    }
  }
  const worker = async () => {
    do {
      const group = bases.slice(next, next + size)
      next += size
      try {
        await through(group)
      } catch (error) {
        next = bases.length
        throw error
      }
    } while (next < bases.length && hasTime())
  }
  const workers = Math.min(AT_ONCE, Math.ceil(bases.length / size))
  const ended = await Promise.allSettled(Array.from({ length: workers }, worker))
  for (const each of ended) if (each.status === 'rejected') throw each.reason
  return next >= bases.length && !cutOff
}

/** Nothing else will go better: the database is out of reach, or the run is in other hands. One slow query is not that. */
const isFatal = (error: unknown) => (isUnavailable(error) && !isTimedOut(error)) || error instanceof RunLost

/**
 * Brings the tallies of a group up to date, portion by portion, each kept as it is done; one in any case. False if
 * there was no time for all of them.
 */
async function tallyGroup(
  { database, now }: Running,
  run: HeldRun,
  group: readonly Basis[],
  dueDays: DueDays,
  hasTime: () => boolean,
): Promise<boolean> {
  const stale = await staleMonths(database, group.flatMap(wantsOf), now, dueDays)
  if (stale.length === 0) return true
  await transact(database, (trx) => createDueReports(trx, group, now, dueDays))
  let begun = false
  for await (const portion of portionsOf(database, stale)) {
    if (begun && !hasTime()) return false
    begun = true
    await transact(database, async (trx) => {
      // Asked again: another run may have done it while this transaction was waiting for its turn.
      const wants = portion.map(({ month, ...about }) => ({ ...about, months: [month] }))
      const monthsTallied = await bringUpToDate(trx, [await staleMonths(trx, wants, now, dueDays)], now)
      await advanceRun(trx, run, { monthsTallied })
    })
  }
  return true
}

const md5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex')

/** Scores a group and stores what has changed; returns how many cards that is. */
async function scoreGroup(
  trx: Trx,
  { now, personId }: Running,
  period: string,
  group: readonly Basis[],
  cuts: CutsOf,
): Promise<number> {
  const sources = await madeFrom(trx, group)
  const tallies = await readTallies(trx, group.flatMap(wantsOf))
  const known = await lockKnown(trx, idsOf(group), period)
  const changed: ComputedResult[] = []
  const unchanged: { platformId: string; madeFrom: string }[] = []
  for (const basis of group) {
    const { platform, rubric, months } = basis
    const within = monthsWithin(basis, period)
    const soFar = tallyOf(tallies, basis, months)
    // Of a whole year the two are one, and merging thousands of months twice takes seconds.
    const ofPeriod = within.length === months.length ? soFar : tallyOf(tallies, basis, within)
    const computed = compute(rubric, soFar, ofPeriod, cuts(platform.tier))
    const source = { platformId: platform.id, madeFrom: sources.get(platform.id) ?? '' }
    const before = known.get(platform.id)
    if (before && before.state !== 'provisional') continue
    const same =
      before?.digest === computed.digest &&
      before.cardMd5 === md5(computed.card) &&
      canonicalJson(before.increment) === computed.increment
    if (same) {
      if (before.madeFrom !== source.madeFrom) unchanged.push(source)
      continue
    }
    changed.push({
      ...computed,
      ...source,
      id: randomUUID(),
      period,
      tier: platform.tier,
      rubricId: rubric.id,
      rubricVersion: rubric.version,
      computedAt: now,
      computedBy: personId,
    })
  }
  await keepMadeFrom(trx, period, unchanged)
  return keepProvisional(trx, changed)
}
