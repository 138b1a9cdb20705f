/** The audit log of the example: who did what, in the order of time, as the functions would have written it. */
import type { ExampleMark, ExampleReport, ExampleStatement } from './duties'
import type { ExampleProvince } from './province'
import type { Deed, ExampleRecord } from './record-life'
import type { Row } from './row'

/** By time; what is at the same time keeps its order. */
export const inTime = <Item extends { at: string }>(items: Item[]): Item[] =>
  [...items].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

export function auditRows(example: ExampleProvince): Row[] {
  const deeds = example.records.flatMap((record) => record.deeds.map((deed) => deedRow(record, deed)))
  const bindings = example.people.flatMap(({ id, creditCode, createdAt }) =>
    creditCode === null ? [] : [bindingAudit(id, creditCode, createdAt)],
  )
  const said = [
    ...example.statements.map(statementAudit),
    ...example.marks.map(markAudit),
    ...example.reports.flatMap(reportAudits),
  ]
  return inTime([...bindings, ...said, ...deeds])
}

type AuditRow = Row & { at: string }
const noDeed = { revision: null, from_state: null, to_state: null, reason: null }

function deedRow({ id, platformId }: ExampleRecord, deed: Deed): AuditRow {
  const { at, action, revision, reason, approvedAttendances } = deed
  return {
    ...{ at, action, revision, reason },
    person_id: deed.personId,
    platform_id: platformId,
    subject: id,
    from_state: deed.fromState,
    to_state: deed.toState,
    details: action === 'approve' ? { approvedAttendances } : null,
  }
}

function bindingAudit(personId: string, creditCode: string, at: string): AuditRow {
  return {
    ...noDeed,
    at,
    action: 'bindEnterprise',
    person_id: personId,
    platform_id: null,
    subject: personId,
    details: { from: null, to: creditCode },
  }
}

function statementAudit(statement: ExampleStatement): AuditRow {
  const { id, platformId, year, name, value, source, statedBy, statedAt } = statement
  return {
    ...noDeed,
    at: statedAt,
    action: 'evaluate.state',
    reason: source,
    person_id: statedBy,
    platform_id: platformId,
    subject: id,
    details: { year, name, value },
  }
}

function markAudit({
  id,
  platformId,
  year,
  criterion,
  points,
  reason,
  judgeId,
  markedAt,
}: ExampleMark): AuditRow {
  return {
    ...noDeed,
    at: markedAt,
    action: 'evaluate.mark',
    reason,
    person_id: judgeId,
    platform_id: platformId,
    subject: id,
    details: { year, criterion, points },
  }
}

function reportAudits({
  platformId,
  month,
  dueAt,
  filedAt,
  filedBy,
  signedOffAt,
  signedOffBy,
}: ExampleReport): AuditRow[] {
  const about = {
    ...noDeed,
    platform_id: platformId,
    subject: `${platformId}/monthly/${month}`,
    revision: 1,
    reason: '',
  }
  if (filedAt === null) return []
  const late = filedAt > dueAt
  const filed: AuditRow = {
    ...about,
    at: filedAt,
    action: 'filings.file',
    person_id: filedBy,
    from_state: late ? 'missing' : 'open',
    to_state: 'filed',
    details: { late },
  }
  if (signedOffAt === null) return [filed]
  const signed: AuditRow = {
    ...about,
    at: signedOffAt,
    action: 'filings.signOff',
    person_id: signedOffBy,
    from_state: 'filed',
    to_state: 'approved',
    details: null,
  }
  return [filed, signed]
}
