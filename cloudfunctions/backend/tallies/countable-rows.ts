/** Everything of a platform's month that can count, as the flat rows that the scoring core reads. */
import { sql } from 'kysely'
import { z } from 'zod'
import { monthOf, shanghaiDate, type DueDays } from '../../../src/shared/calendar'
import {
  countableDecision,
  countableMark,
  countableStatement,
  toCountable,
  type CompletenessRule,
  type CountableRecord,
  type Evidence,
  type JudgingBody,
} from '../../../src/shared/records'
import type { Rubric } from '../../../src/shared/rubric'
import type { Database, Trx } from '../database'
import { readDueDays } from '../due-days'
import { rowsOfReports, type Report } from './duties'
import { countsForRecord } from './evidence'
import type { CountedRow } from './month-records'
import { dayOfMark, dayOfStatement } from './when'

/** A platform as far as its duties go. */
export type TalliedPlatform = { id: string; createdAt: Date }

/** A stored record as the scoring core sees it. `asApproved` = as if it were approved as declared. */
export function countableOf(
  row: CountedRow,
  asApproved = false,
  rule?: CompletenessRule,
  evidence?: Evidence,
): CountableRecord {
  const approved = asApproved || row.state === 'approved'
  const { approvedAttendances } = row
  return toCountable(row.id, row.payload, { approved, approvedAttendances, evidence }, rule)
}

export type Statement = { id: string; year: string; name: string; value: unknown; by: string; at: Date }
export type Mark = {
  id: string
  year: string
  criterion: string
  points: number
  /** What makes two marks one judge's: the name of who judges, or who entered it. */
  judge: string
  body: JudgingBody | null
  by: string
  at: Date
}

export type CriterionDecision = {
  id: string
  year: string
  criterion: string
  decision: number | 'not-applicable' | 'none'
  reason: string
  document: string
  by: string
  at: Date
}

/** What somebody says of whole platforms: few rows, read for all of the time at once. */
export type Said = {
  reports: Map<string, Report[]>
  statements: Map<string, Statement[]>
  marks: Map<string, Mark[]>
  decisions: Map<string, CriterionDecision[]>
  dueDays: DueDays
}

const figuresSchema = z.record(z.string().min(1).max(60), z.number().min(0).max(1_000_000_000))

function byPlatform<Row extends { platformId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.platformId)
    if (group) group.push(row)
    else groups.set(row.platformId, [row])
  }
  return groups
}

export async function readSaid(database: Database | Trx, platformIds: readonly string[]): Promise<Said> {
  const ids = [...new Set(platformIds)]
  if (ids.length === 0) {
    const none = { reports: new Map(), statements: new Map(), marks: new Map(), decisions: new Map() }
    return { ...none, dueDays: [] }
  }
  const reports = await database
    .selectFrom('monthly_reports')
    .select(['platform_id as platformId', 'month', 'due_at as dueAt', 'filed_at as filedAt', 'figures'])
    .select((eb) => ['returns', eb.fn.coalesce('first_filed_at', 'filed_at').as('firstFiledAt')])
    .where('platform_id', 'in', ids)
    .execute()
  const statements = await database
    .selectFrom('statements')
    .select(['platform_id as platformId', 'id', 'year', 'name', 'value'])
    .select(['stated_by as by', 'stated_at as at'])
    .where('platform_id', 'in', ids)
    .execute()
  const marks = await database
    .selectFrom('marks')
    .select(['platform_id as platformId', 'id', 'year', 'criterion', 'points'])
    .select(['judge_id as by', 'marked_at as at', 'body'])
    .select(sql<string>`coalesce(judge, judge_id::text)`.as('judge'))
    .where('platform_id', 'in', ids)
    .where('id', 'not in', (of) =>
      of.selectFrom('mark_withdrawals').select('mark_id').where('platform_id', 'in', ids),
    )
    .execute()
  const decisions = await database
    .selectFrom('criterion_decisions')
    .select(['platform_id as platformId', 'id', 'year', 'criterion', 'outcome', 'points'])
    .select(['reason', 'document', 'decided_by as by', 'decided_at as at'])
    .where('platform_id', 'in', ids)
    .execute()
  return {
    reports: byPlatform(reports.map((row) => ({ ...row, figures: figuresSchema.parse(row.figures) }))),
    statements: byPlatform(statements),
    marks: byPlatform(marks),
    decisions: byPlatform(decisions.map((row) => ({ ...row, decision: outcomeOf(row) }))),
    dueDays: await readDueDays(database),
  }
}

/** The rows of reports, statements and marks of a platform under a rubric, of its whole period. */
export function rowsOfSaid(
  rubric: Rubric,
  platform: TalliedPlatform,
  said: Said,
  now: Date,
): CountableRecord[] {
  const { period } = rubric
  const rows = rowsOfReports(
    period,
    shanghaiDate(platform.createdAt),
    said.reports.get(platform.id) ?? [],
    now,
    said.dueDays,
  )
  for (const { id, year, name, value, at } of said.statements.get(platform.id) ?? []) {
    const date = dayOfStatement(period, year)
    if (date === null) continue
    const stated = { kind: 'statement', id, date, approved: true, name, value, at: at.toISOString() }
    rows.push(countableStatement.parse(stated))
  }
  for (const { id, year, criterion, points, judge, body, at } of said.marks.get(platform.id) ?? []) {
    const date = dayOfMark(period, year, shanghaiDate(at))
    if (date === null) continue
    const mark = { id, date, approved: true, criterion, points, judge, at: at.toISOString() }
    rows.push(countableMark.parse({ kind: 'mark', ...mark, body: body ?? undefined }))
  }
  for (const { id, year, criterion, decision, reason, document, at } of said.decisions.get(platform.id) ??
    []) {
    const date = dayOfStatement(period, year)
    if (date === null) continue
    const decided = { id, date, approved: true, criterion, decision, reason, document, at: at.toISOString() }
    rows.push(countableDecision.parse({ kind: 'decision', ...decided }))
  }
  return rows
}

/** What was decided, as the scoring core reads it. */
export function outcomeOf({
  outcome,
  points,
}: {
  outcome: 'points' | 'not-applicable' | 'none'
  points: number | null
}): CriterionDecision['decision'] {
  return outcome === 'points' ? (points ?? 0) : outcome
}

/** Does any fact of the rubric count enterprises (家) rather than attendances (家次)? */
export function countsEnterprises(rubric: Rubric): boolean {
  return Object.values(rubric.facts).some(({ from }) =>
    from.some(({ take }) => typeof take === 'object' && 'distinct' in take),
  )
}

/** The credit codes at each activity, by the activity's id. */
export async function readEnterprises(
  database: Database | Trx,
  activities: readonly { platformId: string; id: string }[],
): Promise<Map<string, string[]>> {
  if (activities.length === 0) return new Map()
  // One by one, as records are: joined by their values, the planner may read all participations there are.
  const { rows } = await sql<{ id: string; codes: string[] }>`
    select activity_id as id, array(
      select credit_code from participations
      join records on records.platform_id = participations.platform_id and records.id = participations.activity_id
      where participations.platform_id = wanted.platform_id and participations.activity_id = wanted.activity_id
        and ${countsForRecord}
      order by credit_code
    ) as codes
    from unnest(
      ${activities.map(({ platformId }) => platformId)}::text[], ${activities.map(({ id }) => id)}::uuid[]
    ) as wanted (platform_id, activity_id)`.execute(database)
  return new Map(rows.map(({ id, codes }) => [id, codes]))
}

export function withEnterprises(row: CountableRecord, codes: ReadonlyMap<string, string[]>): CountableRecord {
  return row.kind === 'activity' ? { ...row, enterprises: codes.get(row.id) ?? [] } : row
}

/** Of rows of a whole period, those of one month. */
export function rowsOfMonth(rows: readonly CountableRecord[], month: string): CountableRecord[] {
  return rows.filter((row) => monthOf(row.date) === month)
}
