/** Rows of what the province says of platforms, of tallies and of results. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Json, Stamped } from './columns'

export interface StatementsTable {
  platform_id: string
  id: string
  year: string
  name: string
  value: Json
  source: string
  stated_by: string
  stated_at: Stamped
}

export interface CriterionDecisionsTable {
  platform_id: string
  id: string
  year: string
  criterion: string
  outcome: 'points' | 'not-applicable' | 'none'
  points: number | null
  reason: string
  document: string
  decided_by: string
  decided_at: Stamped
}

export interface MarksTable {
  platform_id: string
  id: string
  year: string
  criterion: string
  points: number
  reason: string
  /** Who entered it. */
  judge_id: string
  /** Who judges, by name; null = who entered it. */
  judge: string | null
  marked_at: Stamped
  /** For which of the two bodies that judge together; null = not said. */
  body: 'department' | 'platform' | null
}

export interface MarkWithdrawalsTable {
  platform_id: string
  mark_id: string
  reason: string
  withdrawn_by: string
  withdrawn_at: Stamped
}

export interface MonthVersionsTable {
  platform_id: string
  month: string
  version: Generated<number>
}

export interface MonthTalliesTable {
  platform_id: string
  month: string
  rubric_id: string
  rubric_version: string
  tally: Json
  made_from_version: number
  computed_at: Date
}

export interface ResultsTable {
  platform_id: string
  id: string
  period: string
  rubric_id: string
  rubric_version: string
  tier: string
  facts: Json
  increment: Json
  card: string
  total: number
  grade: string | null
  digest: string
  state: 'provisional' | 'frozen' | 'published' | 'replaced'
  computed_at: Date
  computed_by: string | null
  frozen_at: Date | null
  replaces: string | null
  reason: string | null
  cuts: ColumnType<unknown, string | null | undefined, string | null>
  made_from: string | null
}

export interface RunsTable {
  id: string
  number: GeneratedAlways<number>
  period: string
  started_at: Date
  started_by: string | null
  platforms: number
  done: Generated<number>
  months_tallied: Generated<number>
  changed: Generated<number>
  failed: Generated<string[]>
  held_by: string | null
  held_until: Date | null
  finished_at: Date | null
}

export interface RunPlatformsTable {
  run_id: string
  platform_id: string
}

export interface ExclusionsTable {
  platform_id: string
  year: string
  version: number
  ground: 'withdrew' | 'absent' | 'uncooperative' | 'false-material' | null
  reason: string
  decided_by: string
  decided_at: Date
}

export interface PublicationsTable {
  period: string
  published_by: string
  published_at: Date
  publicity_from: string
  publicity_until: string
}

export interface ObjectionsTable {
  platform_id: string
  id: string
  result_id: string
  period: string
  text: string
  filed_by: string
  filed_at: Date
}

export interface ObjectionAnswersTable {
  platform_id: string
  objection_id: string
  upheld: boolean
  text: string
  corrected_result_id: string | null
  answered_by: string
  answered_at: Date
}
