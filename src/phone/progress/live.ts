/**
 * The standing at this moment: what the server has tallied, and on top of it what is on its way from this
 * phone, through the same tally and score as on the server. Pure and fast enough for every key stroke.
 */
import type { Progress } from '../../shared/contract'
import { addDays, paceOf } from '../../shared/calendar'
import { photosOf, toCountable, type Evidence, type RecordPayload } from '../../shared/records'
import type { Rubric } from '../../shared/rubric'
import { expectedEvidence } from './expected'
import {
  advise,
  factsOf,
  mergeTallies,
  score,
  tally,
  type Advice,
  type Card,
  type Facts,
  type Tally,
} from '../../shared/scoring'

/** A record that the server's tallies do not hold yet. */
export type OnItsWay = {
  id: string
  payload: RecordPayload
  /** What stands behind it, as far as the phone knows; absent = nobody confirmed yet and its photos still arrive. */
  evidence?: Evidence
}

export type Live = {
  progress: Progress
  rubric: Rubric
  /** The day in Asia/Shanghai. */
  today: string
  /** From approved records alone. */
  counted: Card
  /** As if all that is on the way were approved as declared. */
  onTheWay: Card
  /** The share of the rubric's period that has passed today, 0…1. */
  pace: number
  /** The next steps beyond what is on the way. */
  advice: Advice[]
  /** Facts behind `onTheWay`. */
  facts: Facts
  tally: Tally
  /** Records counted from this phone. */
  added: readonly OnItsWay[]
}

/** What a record would add. */
export type Worth = {
  /** The criterion that gains most, or null if none does. */
  criterion: { id: string; title: string; points: number } | null
  /** Points of the weighted total. */
  total: number
  before: number
  after: number
}

const ADVICE = 3
/** Less would read as +0.00. */
const SHOWN = 0.005

/** `today`: the day in Asia/Shanghai. */
export function liveOf(progress: Progress, rubric: Rubric, added: readonly OnItsWay[], today: string): Live {
  const base = mergeTallies(progress.approved, progress.pending)
  const whole = mergeTallies(base, tallyOf(rubric, added, today))
  const facts = factsOf(rubric, whole)
  const cuts = progress.cuts ?? undefined
  return {
    progress,
    rubric,
    today,
    counted: score(rubric, factsOf(rubric, progress.approved), { cuts }),
    onTheWay: score(rubric, facts, { cuts }),
    // An unfinished day is not yet due.
    pace: paceOf(rubric.period, addDays(today, -1)),
    advice: advise(rubric, facts)
      .filter((step) => step.total >= SHOWN)
      .slice(0, ADVICE),
    facts,
    tally: whole,
    added,
  }
}

/** What a record in the form would add to all that is on the way; its own earlier version is left out first. */
export function worthOf(
  live: Live,
  id: string,
  payload: RecordPayload,
  evidence: Evidence = expectedEvidence(photosOf(payload), null),
): Worth {
  const isCounted = live.added.some((record) => record.id === id)
  const others = live.added.filter((record) => record.id !== id)
  const base = isCounted
    ? mergeTallies(
        mergeTallies(live.progress.approved, live.progress.pending),
        tallyOf(live.rubric, others, live.today),
      )
    : live.tally
  const before = isCounted ? score(live.rubric, factsOf(live.rubric, base)) : live.onTheWay
  const after = score(
    live.rubric,
    factsOf(live.rubric, mergeTallies(base, tallyOf(live.rubric, [{ id, payload, evidence }], live.today))),
  )
  let criterion: Worth['criterion'] = null
  after.nodes.forEach((node, index) => {
    const gain = (node.points ?? 0) - (before.nodes[index]?.points ?? 0)
    if (!node.isGroup && gain > (criterion?.points ?? 0))
      criterion = { id: node.id, title: node.title, points: gain }
  })
  return { criterion, total: after.total - before.total, before: before.total, after: after.total }
}

function tallyOf(rubric: Rubric, records: readonly OnItsWay[], today: string): Tally {
  // What is on its way is entered when it arrives.
  const entered = rubric.dating.records === 'entry' ? today : undefined
  return tally(
    rubric,
    records.map(({ id, payload, evidence = expectedEvidence(photosOf(payload), null) }) =>
      toCountable(id, payload, { approved: true, entered, evidence }, rubric.completeness),
    ),
  )
}
