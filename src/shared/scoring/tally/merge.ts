// Adding tallies: commutative, associative, with the empty one as identity.
import { later } from './later'
import type { FactTally, Tally } from './types'

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].sort()
}

/** Tables of things by name become one, in the order of names; things of the same name are joined. */
function mergeEntries<T>(
  tables: readonly Readonly<Record<string, T>>[],
  join: (a: T, b: T) => T,
): Record<string, T> {
  const merged = new Map<string, T>()
  for (const table of tables) {
    for (const [name, own] of Object.entries(table)) {
      const known = merged.get(name)
      merged.set(name, known === undefined ? own : join(known, own))
    }
  }
  return Object.fromEntries([...merged].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function mergeFacts(a: FactTally, b: FactTally): FactTally {
  if ('sum' in a && 'sum' in b) return { sum: a.sum + b.sum }
  if ('all' in a && 'all' in b) return { all: a.all + b.all, met: a.met + b.met }
  if ('kinds' in a && 'kinds' in b) return { kinds: mergeEntries([a.kinds, b.kinds], union) }
  if ('distinct' in a && 'distinct' in b) return { distinct: union(a.distinct, b.distinct) }
  if ('latest' in a && 'latest' in b) return { latest: later(a.latest, b.latest, (item) => item.value) }
  if ('marks' in a && 'marks' in b) {
    const join = (left: (typeof a.marks)[string], right: (typeof a.marks)[string]) =>
      mergeEntries([left, right], (one, other) => later(one, other, (item) => item.points))
    return { marks: mergeEntries([a.marks, b.marks], join) }
  }
  if ('decisions' in a && 'decisions' in b) {
    return {
      decisions: mergeEntries([a.decisions, b.decisions], (one, other) =>
        later(one, other, (item) => item.value),
      ),
    }
  }
  throw new TypeError('tallies of different rubrics or settings cannot be merged')
}

/** The tally of all records of all of them. @throws TypeError when they were made for different readings of a fact */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return {
    facts: mergeEntries(
      tallies.map(({ facts }) => facts),
      mergeFacts,
    ),
  }
}

/** The tally of all records of both; see `sumTallies`. */
export function mergeTallies(a: Tally, b: Tally): Tally {
  return sumTallies([a, b])
}
