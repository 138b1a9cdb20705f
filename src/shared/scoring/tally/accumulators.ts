// What is collected while records run past; turned into a tally at the end. Mutable for speed, local to one run.
import type { CountableRecord } from '../../records'
import { toUnits, unit, type Source } from '../../rubric'
import { later } from './later'
import type { FactTally, Judged, LatestDecision, Stated } from './types'

/** Takes in a record that already counts for its fact. */
export type Add = (record: CountableRecord) => void

export interface Accumulator {
  readonly add: Add
  /** Undefined when nothing came in. */
  readonly result: () => FactTally | undefined
}

function sorted<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

/** Counts and sums; several sources of a fact may share one. */
function summing(valueOf: (record: CountableRecord) => number): Accumulator {
  let sum = 0
  let any = false
  return {
    add: (record) => {
      sum += valueOf(record)
      any = true
    },
    result: () => (any ? { sum } : undefined),
  }
}

type Every = Extract<Extract<Source, { record: 'demand' }>['take'], object>

function everying({ every: { published, inTime, channel }, excused }: Every): Accumulator {
  let all = 0
  let met = 0
  return {
    add: (record) => {
      if (record.kind !== 'demand') return
      const isExcused = excused && record.excused === true
      if (inTime && record.inTime === null && !isExcused) return
      all += 1
      if (published && !published.includes(record.published)) return
      if (inTime && !isExcused && !inTime.includes(record.inTime === true)) return
      if (channel && !(record.channel && channel.includes(record.channel))) return
      met += 1
    },
    result: () => (all > 0 ? { all, met } : undefined),
  }
}

function listing(by: 'story' | 'id'): Accumulator {
  const stories = new Map<string, Set<string>>()
  return {
    add: (record) => {
      if (record.kind !== 'honour') return
      const key = by === 'story' ? record.story : record.id
      const kinds = stories.get(key)
      if (kinds) kinds.add(record.honour)
      else stories.set(key, new Set([record.honour]))
    },
    result: () =>
      stories.size > 0
        ? { kinds: sorted([...stories].map(([story, kinds]) => [story, [...kinds].sort()] as const)) }
        : undefined,
  }
}

function distinct(): Accumulator {
  const seen = new Set<string>()
  return {
    add: (record) => {
      if (record.kind === 'activity') for (const enterprise of record.enterprises ?? []) seen.add(enterprise)
    },
    result: () => (seen.size > 0 ? { distinct: [...seen].sort() } : undefined),
  }
}

function latest(): Accumulator {
  let best: Stated | undefined
  return {
    add: (record) => {
      if (record.kind !== 'statement') return
      const { at, id, value } = record
      const stated = { at, id, value }
      best = best ? later(best, stated, (item) => item.value) : stated
    },
    result: () => best && { latest: best },
  }
}

function judging(): Accumulator {
  const marks = new Map<string, Map<string, Judged>>()
  return {
    add: (record) => {
      if (record.kind !== 'mark') return
      const { at, id, points, body } = record
      const judged = body === undefined ? { at, id, points } : { at, id, points, body }
      const judges = marks.get(record.criterion) ?? new Map<string, Judged>()
      marks.set(record.criterion, judges)
      const known = judges.get(record.judge)
      judges.set(record.judge, known ? later(known, judged, (item) => item.points) : judged)
    },
    result: () =>
      marks.size > 0
        ? { marks: sorted([...marks].map(([criterion, judges]) => [criterion, sorted(judges)] as const)) }
        : undefined,
  }
}

function deciding(): Accumulator {
  const latest = new Map<string, LatestDecision>()
  return {
    add: (record) => {
      if (record.kind !== 'decision') return
      const { at, id, decision: value, reason, document } = record
      const own = { at, id, value, reason, document }
      const known = latest.get(record.criterion)
      latest.set(record.criterion, known ? later(known, own, (item) => item.value) : own)
    },
    result: () => (latest.size > 0 ? { decisions: sorted(latest) } : undefined),
  }
}

/** The collector for what a source takes. */
export function accumulatorFor(source: Source): Accumulator {
  const { take } = source
  if (take === 'count' || take === 'any') return summing(() => unit)
  if ('every' in take) return everying(take)
  if ('items' in take) return listing(take.by)
  if ('distinct' in take) return distinct()
  if ('latest' in take) return latest()
  if ('marks' in take) return judging()
  if ('decisions' in take) return deciding()
  if (take.sum === 'attendances') {
    return summing((record) => (record.kind === 'activity' ? toUnits(record.attendances) : 0))
  }
  if (take.sum === 'returns') {
    return summing((record) => (record.kind === 'obligation' ? toUnits(record.returns ?? 0) : 0))
  }
  return summing((record) => (record.kind === 'figure' ? toUnits(record.value) : 0))
}
