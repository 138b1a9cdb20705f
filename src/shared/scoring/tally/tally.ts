// From records to a tally. The sources of a rubric are compiled once, by kind of record.
import type { CountableKind, CountableRecord } from '../../records'
import { datesByAct, dayOf, type Rubric, type Source } from '../../rubric'
import { accumulatorFor, type Accumulator } from './accumulators'
import { mergeTallies } from './merge'
import { emptyTally, type FactTally, type Tally } from './types'
import { compileWhere, decidingProperty, facesOf, mayCount, valueOf } from './where'

interface Running {
  readonly fact: string
  readonly source: Source
  readonly counts: (record: CountableRecord) => boolean
  readonly accumulator: Accumulator
}

/**
 * The sources of one kind of record. Most ask for one category, so that a record is held against those alone
 * which its category can meet; they are looked up by the property that the most sources ask for.
 */
class Desk {
  private readonly property: string | undefined
  private readonly byValue = new Map<unknown, readonly Running[]>()

  constructor(readonly sources: readonly Running[]) {
    this.property = decidingProperty(sources.map((each) => each.source))
  }

  add(record: CountableRecord): void {
    for (const { counts, accumulator } of this.concerned(record)) if (counts(record)) accumulator.add(record)
  }

  /** Once for each fact, as the first of the things that it is which counts, though several sources make the fact. */
  addFaces(record: CountableRecord, faces: readonly CountableRecord[]): void {
    const countedAs = new Map<string, CountableRecord>()
    for (const { fact, counts, accumulator } of this.sources) {
      const face = countedAs.get(fact) ?? faces.find(counts)
      if (face === undefined || !counts(face)) continue
      countedAs.set(fact, face)
      accumulator.add(record)
    }
  }

  private concerned(record: CountableRecord): readonly Running[] {
    const { property } = this
    if (property === undefined) return this.sources
    const value = valueOf(record, property)
    const known = this.byValue.get(value)
    if (known) return known
    const concerned = this.sources.filter(({ source }) => mayCount(source, property, value))
    this.byValue.set(value, concerned)
    return concerned
  }
}

interface CompiledSource {
  readonly fact: string
  readonly source: Source
  readonly counts: (record: CountableRecord) => boolean
}
const compiled = new WeakMap<Rubric, readonly CompiledSource[]>()

function sourcesOf(rubric: Rubric): readonly CompiledSource[] {
  const known = compiled.get(rubric)
  if (known) return known
  const sources = Object.entries(rubric.facts).flatMap(([fact, declaration]) =>
    declaration.from.map((source) => ({ fact, source, counts: compileWhere(source) })),
  )
  compiled.set(rubric, sources)
  return sources
}

/** Whether a day lies in the period; a year has few days, so each is compared once. */
function compilePeriod({ from, to }: Rubric['period']): (date: string) => boolean {
  const known = new Map<string, boolean>()
  return (date) => {
    const answer = known.get(date)
    if (answer !== undefined) return answer
    const isIn = date >= from && date <= to
    known.set(date, isIn)
    return isIn
  }
}

/**
 * What the records amount to under a rubric. Records that count on no day of its period and records that are not
 * approved do not count. Records must be checked (`countableRecord`) and given once each: a repeated record counts twice.
 */
export function tally(rubric: Rubric, records: Iterable<CountableRecord>): Tally {
  const inPeriod = compilePeriod(rubric.period)
  const byAct = datesByAct(rubric)
  const running = sourcesOf(rubric).map((each) => ({ ...each, accumulator: accumulatorFor(each.source) }))
  const desks = new Map<CountableKind, Desk>()
  for (const { source } of running) {
    if (!desks.has(source.record)) {
      desks.set(source.record, new Desk(running.filter((each) => each.source.record === source.record)))
    }
  }
  for (const record of records) {
    if (!record.approved || !inPeriod(byAct ? record.date : dayOf(rubric, record))) continue
    const faces = facesOf(rubric, record)
    if (faces) desks.get(record.kind)?.addFaces(record, faces)
    else desks.get(record.kind)?.add(record)
  }
  let result = emptyTally
  for (const { fact, accumulator } of running) result = withFact(result, fact, accumulator.result())
  return result
}

function withFact(tally: Tally, fact: string, own: FactTally | undefined): Tally {
  return own ? mergeTallies(tally, { facts: { [fact]: own } }) : tally
}
