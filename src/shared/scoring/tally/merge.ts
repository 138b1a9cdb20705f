// Adding tallies: commutative, associative, with the empty one as identity.
import { ownEntry } from '../../own'
import { later } from './later'
import type { FactTally, Tally } from './types'

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].sort()
}

/** Two records of things by name, in the order of names. */
function mergeEntries<T>(
  a: Record<string, T>,
  b: Record<string, T>,
  join: (a: T, b: T) => T,
): Record<string, T> {
  const merged: [string, T][] = []
  for (const name of union(Object.keys(a), Object.keys(b))) {
    const left = ownEntry(a, name)
    const right = ownEntry(b, name)
    if (left !== undefined && right !== undefined) merged.push([name, join(left, right)])
    else if (left !== undefined) merged.push([name, left])
    else if (right !== undefined) merged.push([name, right])
  }
  return Object.fromEntries(merged)
}

function mergeFacts(a: FactTally, b: FactTally): FactTally {
  if ('sum' in a && 'sum' in b) return { sum: a.sum + b.sum }
  if ('all' in a && 'all' in b) return { all: a.all + b.all, met: a.met + b.met }
  if ('kinds' in a && 'kinds' in b) return { kinds: mergeEntries(a.kinds, b.kinds, union) }
  if ('distinct' in a && 'distinct' in b) return { distinct: union(a.distinct, b.distinct) }
  if ('latest' in a && 'latest' in b) return { latest: later(a.latest, b.latest, (item) => item.value) }
  if ('marks' in a && 'marks' in b) {
    const join = (left: (typeof a.marks)[string], right: (typeof a.marks)[string]) =>
      mergeEntries(left, right, (one, other) => later(one, other, (item) => item.points))
    return { marks: mergeEntries(a.marks, b.marks, join) }
  }
  throw new TypeError('tallies of different rubrics or settings cannot be merged')
}

/** The tally of all records of both. @throws TypeError when they were made for different readings of a fact */
export function mergeTallies(a: Tally, b: Tally): Tally {
  return { facts: mergeEntries(a.facts, b.facts, mergeFacts) }
}
