/** Rows of reports, annual papers and what is set for them. */
import type { Generated } from 'kysely'
import type { Json, JsonWithDefault } from './columns'

export interface MonthlyReportsTable {
  platform_id: string
  month: string
  due_at: Date
  filed_at: Date | null
  filed_by: string | null
  figures: JsonWithDefault
  /** The first filing, whatever became of it. */
  first_filed_at: Date | null
  /** How often a version was sent back. */
  returns: Generated<number>
}

export interface FilingsTable {
  platform_id: string
  kind: 'monthly' | 'self-assessment' | 'annual-summary'
  period: string
  version: number
  content: Json
  reason: Generated<string>
  filed_by: string
  filed_at: Date
}

export interface FilingSignOffsTable {
  platform_id: string
  kind: 'monthly' | 'self-assessment' | 'annual-summary'
  period: string
  version: number
  number: number
  decision: 'approve' | 'refuse'
  reason: Generated<string>
  decided_by: string
  decided_at: Date
}

export interface FilingForwardsTable {
  platform_id: string
  kind: 'monthly' | 'self-assessment' | 'annual-summary'
  period: string
  version: number
  through_platform_id: string
  forwarded_by: string
  forwarded_at: Date
}

export interface GradeCutsTable {
  year: string
  tier: 'city' | 'county'
  version: number
  cuts: Json
  reason: string
  set_by: string
  set_at: Date
}

export interface ReportDueDaysTable {
  version: number
  from_month: string
  day: number
  reason: string
  set_by: string
  set_at: Date
}

export interface MessagesSentTable {
  person_id: string
  subject: string
  claimed_at: Date
  outcome: string | null
}
