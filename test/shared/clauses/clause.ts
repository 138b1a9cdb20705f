// A clause at work: what one criterion of a shipped rubric gives for its facts, what one record makes of a fact.
import type { CountableRecord } from '../../../src/shared/records'
import { rubricById } from '../../../src/shared/rubric'
import { factsOf, nodeOf, parseFacts, score, tally } from '../../../src/shared/scoring'

/** Criterion, facts, the points by the document, and the reading where it is not the chosen one. */
export type ClauseRow = readonly [string, Record<string, unknown>, number, Record<string, string>?]

export function rowTitle([criterion, facts, points, settings = {}]: ClauseRow): string {
  return `${criterion} with ${JSON.stringify(facts)} gives ${points} ${JSON.stringify(settings)}`
}

/** A row for each quantity of one fact: just below, at and just above. */
export function steps(
  criterion: string,
  fact: string,
  points: Readonly<Record<string, number>>,
  others: Record<string, unknown> = {},
): ClauseRow[] {
  return Object.entries(points).map(([quantity, given]) => [
    criterion,
    { ...others, [fact]: Number(quantity) },
    given,
  ])
}

export function expectClause(id: string, [criterion, facts, points, settings]: ClauseRow): void {
  const rubric = rubricById(id, settings)
  const node = nodeOf(score(rubric, parseFacts(rubric, facts)), criterion)
  expect({ status: node?.status, points: node?.points }).toEqual({ status: 'counted', points })
}

export function factFrom(id: string, fact: string, records: readonly CountableRecord[]): unknown {
  const rubric = rubricById(id)
  return factsOf(rubric, tally(rubric, records))[fact]
}

export const base = { id: 'r1', date: '2023-06-15', approved: true }

/** An activity that meets every condition that any clause sets. */
export const flawless = {
  ...base,
  kind: 'activity' as const,
  category: 'brand' as const,
  role: 'host' as const,
  campaign: 'together' as const,
  published: true,
  complete: true,
  attendances: 20,
}

export const demand = {
  ...base,
  kind: 'demand' as const,
  demand: 'application' as const,
  published: true,
  inTime: true,
}
