/** The check list of 完整服务活动 for a record that the server has, or for what is typed, by the rule that holds for it. */
import { expectedEvidence, useRubric } from '../../phone'
import type { StoredRecord } from '../../shared/contract'
import {
  completenessOf,
  earlierCompleteness,
  evidenceOf,
  type ActivityPayload,
  type CompletenessItem,
} from '../../shared/records'

/** Of a record as the server has it; null for what is no activity. */
export function useStoredChecks(record: StoredRecord): CompletenessItem[] | null {
  const rubric = useRubric()
  const { payload, participants, photos, signInSheets, approvedAttendances } = record
  if (payload.kind !== 'activity') return null
  const { scan, staffScan, staffEntry } = participants
  return completenessOf(payload, {
    rule: record.completeness ?? rubric?.completeness ?? earlierCompleteness,
    evidence: evidenceOf(photos, signInSheets, scan + staffScan + staffEntry),
    approvedAttendances,
  })
}

type Typed = Omit<Parameters<typeof completenessOf>[0], 'photos'> & Pick<ActivityPayload, 'photos'>

/** Of what stands in a form or on this phone; `stored` is the record as the server has it. */
export function useTypedChecks(activity: Typed, stored: StoredRecord | null): CompletenessItem[] {
  const rule = useRubric()?.completeness ?? earlierCompleteness
  return completenessOf(activity, { rule, evidence: expectedEvidence(activity.photos, stored) })
}
