/** The tables of risk flags and of what finds twins. */
import type { JsonWithDefault } from './columns'

export interface RecordFlagsTable {
  platform_id: string
  record_id: string
  kind: string
  count: number
  total: number | null
  changes: JsonWithDefault
}

export interface RecordFingerprintsTable {
  platform_id: string
  record_id: string
  kind: string
  digest: string
  starts_at: Date | null
  ends_at: Date | null
  of_one_platform: boolean
}

export interface EnterprisePresencesTable {
  digest: string
  platform_id: string
  activity_id: string
  starts_at: Date
  ends_at: Date
  place: string
  latitude: number | null
  longitude: number | null
}

export interface RecordTwinsTable {
  platform_id: string
  record_id: string
  kind: string
  twin_platform_id: string
  twin_record_id: string
}
