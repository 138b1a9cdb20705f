// From records to a tally. The sources of a rubric are compiled once, by kind of record.
import type { CountableKind, CountableRecord } from '../../records/countable'
import type { Rubric, Source } from '../../rubric'
import { accumulatorFor, type Accumulator } from './accumulators'
import { mergeTallies } from './merge'
import { compileWhere } from './where'
import { emptyTally, type FactTally, type Tally } from './types'

interface CompiledSource {
  readonly fact: string
  readonly source: Source
  readonly counts: (record: CountableRecord) => boolean
}

const compiled = new WeakMap<Rubric, ReadonlyMap<CountableKind, readonly CompiledSource[]>>()

function sourcesByKind(rubric: Rubric): ReadonlyMap<CountableKind, readonly CompiledSource[]> {
  const known = compiled.get(rubric)
  if (known) return known
  const byKind = new Map<CountableKind, CompiledSource[]>()
  for (const [fact, declaration] of Object.entries(rubric.facts)) {
    for (const source of declaration.from) {
      const list = byKind.get(source.record) ?? []
      byKind.set(source.record, list)
      list.push({ fact, source, counts: compileWhere(source) })
    }
  }
  compiled.set(rubric, byKind)
  return byKind
}

interface Running {
  readonly fact: string
  readonly counts: (record: CountableRecord) => boolean
  readonly accumulator: Accumulator
}

/**
 * What the records amount to under a rubric. Records outside its period and records that are not approved do
 * not count. Records must be checked (`countableRecord`) and given once each: a repeated record counts twice.
 */
export function tally(rubric: Rubric, records: Iterable<CountableRecord>): Tally {
  const { from, to } = rubric.period
  const running = new Map<CountableKind, Running[]>()
  for (const [kind, sources] of sourcesByKind(rubric)) {
    running.set(
      kind,
      sources.map(({ fact, source, counts }) => ({ fact, counts, accumulator: accumulatorFor(source) })),
    )
  }
  for (const record of records) {
    if (!record.approved || record.date < from || record.date > to) continue
    const sources = running.get(record.kind)
    if (!sources) continue
    for (const source of sources) if (source.counts(record)) source.accumulator.add(record)
  }
  let result = emptyTally
  for (const sources of running.values()) {
    for (const { fact, accumulator } of sources) result = withFact(result, fact, accumulator.result())
  }
  return result
}

function withFact(tally: Tally, fact: string, own: FactTally | undefined): Tally {
  return own ? mergeTallies(tally, { facts: { [fact]: own } }) : tally
}
