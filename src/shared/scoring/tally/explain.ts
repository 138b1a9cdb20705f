// Why a record counts or not: for the screen that opens a point down to its records.
import type { CountableRecord } from '../../records'
import { criteriaOf, dayOf, kindsByWorth, type Rubric, type Source } from '../../rubric'
import { compileRubric } from '../compile'
import { facesOf, failings, isAbout, worth } from './where'
import { later } from './later'

export interface Explanation {
  readonly fact: string
  readonly counts: boolean
  /** Short Chinese: 计入, what of it counts, or every reason against. */
  readonly why: string
}

export interface ExplainedRecord extends Explanation {
  readonly record: CountableRecord
}

function explain(rubric: Rubric, fact: string, source: Source, record: CountableRecord): Explanation {
  const { from, to } = rubric.period
  const against: string[] = []
  const day = dayOf(rubric, record)
  if (day < from || day > to) against.push('不在考评期内')
  if (!record.approved) against.push('未审核通过')
  against.push(...failings(source, record))
  const counts = against.length === 0
  return { fact, counts, why: counts ? worth(source, record) : against.join(';') }
}

/** What a record is worth to each fact that it is about; empty when it is about none. */
export function explainRecord(rubric: Rubric, record: CountableRecord): Explanation[] {
  const faces = facesOf(rubric, record) ?? [record]
  return Object.entries(rubric.facts).flatMap(([fact, declaration]) =>
    declaration.from.flatMap((source) => {
      const [best, ...others] = faces
        .filter((face) => isAbout(source, face))
        .map((face) => explain(rubric, fact, source, face))
      return best ? [others.find(({ counts }) => counts && !best.counts) ?? best] : []
    }),
  )
}

/**
 * The records that a node (criterion, group or section) looks at, and whether each counts. A record that another
 * one replaces (an older statement or mark, a second report of one story) does not.
 */
export function recordsOf(
  rubric: Rubric,
  nodeId: string,
  records: Iterable<CountableRecord>,
): ExplainedRecord[] {
  const below = criteriaOf(rubric).filter(
    ({ criterion }) => criterion.id === nodeId || criterion.id.startsWith(`${nodeId}/`),
  )
  const ids = new Set(below.map(({ criterion }) => criterion.id))
  const read = new Set(
    compileRubric(rubric)
      .criteria.filter((criterion) => ids.has(criterion.id))
      .flatMap((criterion) => criterion.reads.map((slot) => slot.fact)),
  )
  const found: ExplainedRecord[] = []
  for (const record of records) {
    if ((record.kind === 'mark' || record.kind === 'decision') && !ids.has(record.criterion)) continue
    for (const explanation of explainRecord(rubric, record)) {
      if (read.has(explanation.fact) || record.kind === 'decision') found.push({ ...explanation, record })
    }
  }
  return withoutOutweighed(rubric, withoutReplaced(rubric, found))
}

/** Where the marks of the department prevail (D10), those of others do not count beside them. */
function withoutOutweighed(rubric: Rubric, found: readonly ExplainedRecord[]): ExplainedRecord[] {
  const prevailing = new Set(
    found.flatMap(({ counts, fact, record }) => {
      const { from = [] } = rubric.facts[fact] ?? {}
      const prevails =
        counts &&
        from.some(({ take }) => typeof take === 'object' && 'marks' in take && take.marks === 'department')
      return prevails && record.kind === 'mark' && record.body === 'department' ? [record.criterion] : []
    }),
  )
  return found.map((each) => {
    const { counts, record } = each
    const outweighed =
      counts && record.kind === 'mark' && record.body !== 'department' && prevailing.has(record.criterion)
    return outweighed ? { ...each, counts: false, why: '以工信部门的评定为准' } : each
  })
}

/** What makes two counting records one, and which of them stands; undefined for records that simply add up. */
function identity(rubric: Rubric, { fact, record }: ExplainedRecord): string | undefined {
  if (record.kind === 'statement') return fact
  if (record.kind === 'decision') return JSON.stringify([fact, record.criterion])
  if (record.kind === 'mark') return JSON.stringify([fact, record.criterion, record.judge])
  if (record.kind !== 'honour') return undefined
  const byStory = rubric.facts[fact]?.from.some(
    ({ take }) => typeof take === 'object' && 'items' in take && take.by === 'story',
  )
  return byStory ? JSON.stringify([fact, record.story]) : undefined
}

function standing(rubric: Rubric, a: ExplainedRecord, b: ExplainedRecord): ExplainedRecord {
  if (a.record.kind === 'statement' && b.record.kind === 'statement') {
    return later(a.record, b.record, (item) => item.value) === a.record ? a : b
  }
  if (a.record.kind === 'mark' && b.record.kind === 'mark') {
    return later(a.record, b.record, (item) => item.points) === a.record ? a : b
  }
  if (a.record.kind === 'decision' && b.record.kind === 'decision') {
    return later(a.record, b.record, (item) => item.decision) === a.record ? a : b
  }
  if (a.record.kind === 'honour' && b.record.kind === 'honour') {
    const order = kindsByWorth(rubric, a.fact)
    const difference = order.indexOf(a.record.honour) - order.indexOf(b.record.honour)
    if (difference !== 0) return difference < 0 ? a : b
  }
  return a.record.id <= b.record.id ? a : b
}

function withoutReplaced(rubric: Rubric, found: readonly ExplainedRecord[]): ExplainedRecord[] {
  const best = new Map<string, ExplainedRecord>()
  for (const each of found) {
    const key = each.counts ? identity(rubric, each) : undefined
    if (key === undefined) continue
    const known = best.get(key)
    best.set(key, known ? standing(rubric, known, each) : each)
  }
  return found.map((each) => {
    const key = each.counts ? identity(rubric, each) : undefined
    if (key === undefined || best.get(key) === each) return each
    return {
      ...each,
      counts: false,
      why: each.record.kind === 'honour' ? '同一事项已计一次' : '已有更新的记录',
    }
  })
}
