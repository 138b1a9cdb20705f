/**
 * The tables as the code sees them, one interface each; the migrations are the truth and a test compares
 * the columns. Instants are `Date`, days and months text, `jsonb` is unknown until a schema has read it
 * and is written as JSON text.
 */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Json, Stamped } from './columns'
import type {
  ExclusionsTable,
  MarkWithdrawalsTable,
  CriterionDecisionsTable,
  MarksTable,
  MonthTalliesTable,
  MonthVersionsTable,
  ObjectionAnswersTable,
  ObjectionsTable,
  PublicationsTable,
  ResultsTable,
  RunPlatformsTable,
  RunsTable,
  StatementsTable,
} from './evaluation-tables'
import type {
  EnterprisePresencesTable,
  RecordFingerprintsTable,
  RecordFlagsTable,
  RecordTwinsTable,
} from './flag-tables'
import type {
  FilingForwardsTable,
  FilingSignOffsTable,
  FilingsTable,
  GradeCutsTable,
  MessagesSentTable,
  MonthlyReportsTable,
  ReportDueDaysTable,
} from './filing-tables'

export interface PlatformsTable {
  id: string
  name: string
  tier: 'province' | 'city' | 'county'
  area_code: string
  parent_id: string | null
  created_at: Stamped
}

export interface PeopleTable {
  id: string
  openid: string
  name: Generated<string>
  created_at: Stamped
}

export interface MembershipsTable {
  id: string
  person_id: string
  role: 'staff' | 'manager' | 'reviewer' | 'province' | 'enterprise'
  platform_id: string | null
  area_code: string | null
  granted_by: string | null
  granted_at: Stamped
  revoked_at: Date | null
}

export interface InvitationsTable {
  id: string
  code_hash: string
  role: 'staff' | 'manager' | 'reviewer'
  platform_id: string | null
  area_code: string | null
  created_by: string
  created_at: Stamped
  expires_at: Date
  used_by: string | null
  used_at: Date | null
}

export interface EnterprisesTable {
  credit_code: string
  name: string
  created_at: Stamped
}

export interface PersonEnterprisesTable {
  person_id: string
  credit_code: string
  bound_at: Stamped
  /** Null = nobody has confirmed that the person stands for the enterprise. */
  confirmed_at: Date | null
  confirmed_by: string | null
  confirmed_how: 'code' | 'colleague' | 'platform' | null
}

export interface PersonCodesTable {
  token_hash: string
  person_id: string
  credit_code: string
  created_at: Date
  expires_at: Date
}

export interface RubricsTable {
  id: string
  version: string
  tier: 'city' | 'county' | 'service'
  period_from: string
  period_to: string
  document: Json
  digest: string
  created_at: Stamped
}

export interface RecordsTable {
  platform_id: string
  id: string
  kind: string
  month: string
  date: string
  revision: number
  hash: string
  payload: Json
  state: 'submitted' | 'approved' | 'returned' | 'withdrawn'
  submitted_by: string
  filled_at: Date
  received_at: Date
  clock_suspect: Generated<boolean>
  approved_attendances: number | null
  return_reason: string | null
  decided_by: string | null
  decided_at: Date | null
  change: number
  flags_version: Generated<number>
}

export interface RecordRevisionsTable {
  platform_id: string
  record_id: string
  revision: number
  hash: string
  sent: Json
  reason: Generated<string>
  filled_at: Date
  received_at: Date
  person_id: string
}

export interface PlatformChangesTable {
  platform_id: string
  last_change: Generated<number>
}

export interface PhotosTable {
  platform_id: string
  record_id: string
  photo_id: string
  sha256: string
  size: number
  file_id: string
  received_at: Stamped
  checked_at: Date | null
  rejected: string | null
}

export interface ActivityTokensTable {
  token_hash: string
  platform_id: string
  activity_id: string
  kind: 'rotating' | 'poster'
  created_by: string
  created_at: Stamped
  expires_at: Date
  revoked_at: Date | null
  closes_after_minutes: Generated<number>
}

export interface TokenUsesTable {
  token_hash: string
  person_id: string
  used_at: Stamped
}

/** Append-only; the newest of a participation holds. */
export interface RatingsTable {
  platform_id: string
  activity_id: string
  credit_code: string
  id: GeneratedAlways<number>
  person_id: string
  stars: number
  comment: string
  rated_at: Date
}

export interface ParticipationsTable {
  platform_id: string
  activity_id: string
  credit_code: string
  id: string
  source: 'scan' | 'staff-scan' | 'staff-entry'
  confirmed_at: Date
  received_at: Stamped
  late: Generated<boolean>
  person_id: string
  distance_m: number | null
  /** Read by functions of the release before `ratings` alone; nothing writes it any more. */
  stars: number | null
  comment: string | null
  rated_at: Date | null
  /** Null = of an earlier release, when nobody asked. */
  unverified: boolean | null
  seen: ColumnType<unknown, string | null | undefined, never>
}

export interface RefusedAttemptsTable {
  id: GeneratedAlways<number>
  at: Stamped
  person_id: string | null
  action: string
  code: string
  token_hash: string | null
  platform_id: string | null
  activity_id: string | null
}

export interface RateLimitsTable {
  key: string
  starts_at: Date
  hits: Generated<number>
}

export interface AuditLogTable {
  id: GeneratedAlways<number>
  at: Stamped
  person_id: string | null
  action: string
  platform_id: string | null
  subject: string
  revision: number | null
  from_state: string | null
  to_state: string | null
  reason: string | null
  details: ColumnType<unknown, string | null | undefined, never>
}

export interface Tables {
  platforms: PlatformsTable
  people: PeopleTable
  memberships: MembershipsTable
  invitations: InvitationsTable
  enterprises: EnterprisesTable
  person_enterprises: PersonEnterprisesTable
  person_codes: PersonCodesTable
  rubrics: RubricsTable
  records: RecordsTable
  record_revisions: RecordRevisionsTable
  record_flags: RecordFlagsTable
  record_fingerprints: RecordFingerprintsTable
  record_twins: RecordTwinsTable
  enterprise_presences: EnterprisePresencesTable
  platform_changes: PlatformChangesTable
  photos: PhotosTable
  activity_tokens: ActivityTokensTable
  token_uses: TokenUsesTable
  participations: ParticipationsTable
  ratings: RatingsTable
  refused_attempts: RefusedAttemptsTable
  rate_limits: RateLimitsTable
  statements: StatementsTable
  marks: MarksTable
  criterion_decisions: CriterionDecisionsTable
  mark_withdrawals: MarkWithdrawalsTable
  monthly_reports: MonthlyReportsTable
  filings: FilingsTable
  filing_sign_offs: FilingSignOffsTable
  filing_forwards: FilingForwardsTable
  grade_cuts: GradeCutsTable
  report_due_days: ReportDueDaysTable
  messages_sent: MessagesSentTable
  month_versions: MonthVersionsTable
  month_tallies: MonthTalliesTable
  results: ResultsTable
  runs: RunsTable
  run_platforms: RunPlatformsTable
  exclusions: ExclusionsTable
  publications: PublicationsTable
  objections: ObjectionsTable
  objection_answers: ObjectionAnswersTable
  audit_log: AuditLogTable
}
