// Records as a file gives them: as strictly as facts are, since here nobody has reviewed them.
import { z } from 'zod'
import { countableRecord, type CountableRecord } from '../../../src/shared/records'
import type { Rubric } from '../../../src/shared/rubric'
import { FactsError, parseFacts } from '../../../src/shared/scoring'
import { UsageError } from './usage'

/**
 * Checked records.
 * @throws UsageError naming the first faulty one: malformed, of an id that another has, or stating what the rubric
 * cannot read
 */
export function readRecords(rubric: Rubric, input: unknown): CountableRecord[] {
  const parsed = z.array(countableRecord).safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new UsageError(`records${issue ? ` ${issue.path.join('.')}: ${issue.message}` : ''}`)
  }
  const places = new Map<string, number>()
  parsed.data.forEach((record, at) => {
    const before = places.get(record.id)
    if (before !== undefined)
      throw new UsageError(`records ${at}.id: “${record.id}” is that of ${before} too`)
    places.set(record.id, at)
    try {
      checkStated(rubric, record)
    } catch (error) {
      throw error instanceof FactsError ? new UsageError(`records ${at}: ${error.message}`) : error
    }
  })
  return parsed.data
}

/** What a record states must be a value of the fact that reads it. */
function checkStated(rubric: Rubric, record: CountableRecord): void {
  if (record.kind === 'mark') parseFacts(rubric, { marks: { [record.criterion]: record.points } })
  if (record.kind !== 'figure' && record.kind !== 'statement') return
  const { kind, name, value } = record
  const readers = Object.entries(rubric.facts).filter(([, fact]) =>
    fact.from.some((source) => source.record === kind && source.where.name?.includes(name)),
  )
  if (readers.length === 0) throw new FactsError('name', `unknown ${kind} “${name}”`)
  for (const [fact] of readers) parseFacts(rubric, { [fact]: value })
}
