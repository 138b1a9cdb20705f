/** The example as rows of the tables, as the functions would have written them, in an order that foreign keys allow. */
import { monthOf, nextMonth, shanghaiDate } from '../../../src/shared/calendar'
import { dateOfAct } from '../../../src/shared/records'
import { auditRows, inTime } from './audit-rows'
import type { ExampleProvince } from './province'
import type { ExampleRecord, Revision } from './record-life'
import type { Row, TableRows } from './row'

export function tableRows(example: ExampleProvince): TableRows[] {
  const { changeOf, lastChanges } = numberChanges(example)
  return [
    { table: 'platforms', rows: platformRows(example) },
    {
      table: 'people',
      rows: example.people.map(({ id, openid, name, createdAt }) => ({
        id,
        openid,
        name,
        created_at: createdAt,
      })),
    },
    { table: 'memberships', rows: membershipRows(example) },
    { table: 'enterprises', rows: enterpriseRows(example) },
    { table: 'person_enterprises', rows: bindingRows(example) },
    { table: 'rubrics', rows: rubricRows(example) },
    {
      table: 'records',
      rows: example.records.map((record) => recordRow(record, changeOf.get(record.id) ?? 0)),
    },
    { table: 'record_revisions', rows: example.records.flatMap(revisionRows) },
    {
      table: 'platform_changes',
      rows: [...lastChanges].map(([platform_id, last_change]) => ({ platform_id, last_change })),
    },
    { table: 'participations', rows: participationRows(example) },
    { table: 'ratings', rows: ratingRows(example) },
    { table: 'statements', rows: statementRows(example) },
    { table: 'marks', rows: markRows(example) },
    { table: 'monthly_reports', rows: reportRows(example) },
    { table: 'filings', rows: filingRows(example) },
    { table: 'filing_sign_offs', rows: signOffRows(example) },
    { table: 'month_versions', rows: monthRows(example) },
    { table: 'audit_log', rows: auditRows(example) },
  ]
}

const start = ({ years }: ExampleProvince) => `${years[0]}-01-01T00:00:00.000Z`

const platformRows = (example: ExampleProvince): Row[] =>
  example.platforms.map(({ id, name, tier, areaCode, parentId }) => ({
    ...{ id, name, tier, area_code: areaCode, parent_id: parentId },
    created_at: start(example),
  }))

function membershipRows(example: ExampleProvince): Row[] {
  const head = example.people.find((person) => person.role === 'province')?.id ?? null
  return example.people
    .filter((person) => person.role !== null || person.creditCode !== null)
    .map((person) => ({
      // One membership each, so the person's own number does for it.
      id: person.id,
      person_id: person.id,
      role: person.role ?? 'enterprise',
      platform_id: person.platformId,
      area_code: person.areaCode,
      granted_by: person.role === null || person.id === head ? null : head,
      granted_at: person.createdAt,
      revoked_at: null,
    }))
}

const enterpriseRows = (example: ExampleProvince): Row[] =>
  example.enterprises.map(({ creditCode, name }) => ({
    credit_code: creditCode,
    name,
    created_at: start(example),
  }))

const bindingRows = ({ people }: ExampleProvince): Row[] =>
  people.flatMap(({ id, creditCode, createdAt }) =>
    creditCode === null ? [] : [{ person_id: id, credit_code: creditCode, bound_at: createdAt }],
  )

const rubricRows = (example: ExampleProvince): Row[] =>
  example.rubrics.map(({ id, version, tier, periodFrom, periodTo, document, digest }) => ({
    ...{ id, version, tier, period_from: periodFrom, period_to: periodTo, document, digest },
    created_at: start(example),
  }))

type Numbered = { changeOf: Map<string, number>; lastChanges: Map<string, number> }

/** Every deed takes the next number of its platform; a record bears that of its last one. */
function numberChanges({ records }: ExampleProvince): Numbered {
  const deeds = records.flatMap((record) => record.deeds.map((deed) => ({ record, at: deed.at })))
  const changeOf = new Map<string, number>()
  const lastChanges = new Map<string, number>()
  for (const { record } of inTime(deeds)) {
    const next = (lastChanges.get(record.platformId) ?? 0) + 1
    lastChanges.set(record.platformId, next)
    changeOf.set(record.id, next)
  }
  return { changeOf, lastChanges }
}

function lastOf(record: ExampleRecord): Revision {
  const last = record.revisions[record.revisions.length - 1]
  if (!last) throw new RangeError(`a record without revisions: ${record.id}`)
  return last
}

function recordRow(record: ExampleRecord, change: number): Row {
  const { payload, revision, hash, filledAt, receivedAt } = lastOf(record)
  const date = dateOfAct(payload)
  return {
    platform_id: record.platformId,
    id: record.id,
    kind: payload.kind,
    month: monthOf(date),
    ...{ date, revision, hash, payload },
    state: record.state,
    submitted_by: record.submittedBy,
    filled_at: filledAt,
    received_at: receivedAt,
    clock_suspect: false,
    approved_attendances: record.approvedAttendances,
    return_reason: record.returnReason,
    decided_by: record.decidedBy,
    decided_at: record.decidedAt,
    change,
  }
}

const revisionRows = ({ id, platformId, submittedBy, revisions }: ExampleRecord): Row[] =>
  revisions.map(({ revision, hash, payload, reason, filledAt, receivedAt }) => ({
    platform_id: platformId,
    record_id: id,
    ...{ revision, hash, reason },
    sent: { id, platformId, revision, filledAt, payload, hash, reason },
    filled_at: filledAt,
    received_at: receivedAt,
    person_id: submittedBy,
  }))

const participationRows = ({ participations }: ExampleProvince): Row[] =>
  participations.map((each) => ({
    platform_id: each.platformId,
    activity_id: each.activityId,
    credit_code: each.creditCode,
    id: each.id,
    source: each.source,
    confirmed_at: each.confirmedAt,
    received_at: each.receivedAt,
    late: each.late,
    person_id: each.personId,
  }))

const ratingRows = ({ participations }: ExampleProvince): Row[] =>
  participations
    .filter(({ stars }) => stars !== null)
    .map((each) => ({
      platform_id: each.platformId,
      activity_id: each.activityId,
      credit_code: each.creditCode,
      person_id: each.personId,
      stars: each.stars,
      comment: each.comment ?? '',
      rated_at: each.ratedAt,
    }))

const statementRows = ({ statements }: ExampleProvince): Row[] =>
  statements.map(({ platformId, id, year, name, value, source, statedBy, statedAt }) => ({
    ...{ platform_id: platformId, id, year, name, value, source, stated_by: statedBy, stated_at: statedAt },
  }))

const markRows = ({ marks }: ExampleProvince): Row[] =>
  marks.map(({ platformId, id, year, criterion, points, reason, judgeId, markedAt }) => ({
    ...{
      platform_id: platformId,
      id,
      year,
      criterion,
      points,
      reason,
      judge_id: judgeId,
      marked_at: markedAt,
    },
  }))

const reportRows = ({ reports }: ExampleProvince): Row[] =>
  reports.map(({ platformId, month, dueAt, filedAt, filedBy, figures, signedOffAt }) => ({
    ...{ platform_id: platformId, month, due_at: dueAt, filed_at: filedAt, filed_by: filedBy },
    figures: signedOffAt === null ? {} : figures,
    first_filed_at: filedAt,
    returns: 0,
  }))

const filingRows = ({ reports }: ExampleProvince): Row[] =>
  reports.flatMap(({ platformId, month, filedAt, filedBy, figures }) => {
    if (filedAt === null) return []
    const filed = Object.entries(figures).map(([name, value]) => ({ name, value, source: '业务台账(示例)' }))
    return {
      ...{ platform_id: platformId, kind: 'monthly', period: month, version: 1 },
      ...{ content: { figures: filed, remark: '' }, reason: '', filed_by: filedBy, filed_at: filedAt },
    }
  })

const signOffRows = ({ reports }: ExampleProvince): Row[] =>
  reports.flatMap(({ platformId, month, signedOffAt, signedOffBy }) => {
    if (signedOffAt === null) return []
    return {
      ...{ platform_id: platformId, kind: 'monthly', period: month, version: 1, number: 1 },
      ...{ decision: 'approve', reason: '', decided_by: signedOffBy, decided_at: signedOffAt },
    }
  })

/** A month's version counts what happened to it: to its records, and to what is said and filed for it. */
function monthRows({ records, statements, marks, reports }: ExampleProvince): Row[] {
  const versions = new Map<string, number>()
  const touch = (platformId: string, month: string, times = 1) => {
    const key = `${platformId} ${month}`
    versions.set(key, (versions.get(key) ?? 0) + times)
  }
  for (const record of records) {
    touch(record.platformId, monthOf(dateOfAct(lastOf(record).payload)), record.deeds.length)
  }
  for (const { platformId, year } of statements) touch(platformId, `${year}-01`)
  for (const { platformId, markedAt } of marks) touch(platformId, monthOf(shanghaiDate(markedAt)))
  for (const { platformId, month, filedAt, signedOffAt } of reports) {
    for (const at of [filedAt, signedOffAt]) {
      if (at === null) continue
      touch(platformId, month)
      touch(platformId, nextMonth(month))
    }
  }
  return [...versions].map(([key, version]) => {
    const [platform_id, month] = key.split(' ')
    return { platform_id, month, version }
  })
}
