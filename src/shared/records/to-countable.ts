/**
 * From what a person entered and a reviewer decided to the flat row that the scoring core reads.
 * The phone and the server call this one function, so both count the same.
 */
import { earlierCompleteness, noEvidence, type CompletenessRule, type Evidence } from './completeness'
import type { CountableRecord } from './countable'
import { kindOf, type RecordPayload } from './kinds'

export type Decision = {
  approved: boolean
  /** The 家次 that the reviewer approved; the declared ones count where none are set. */
  approvedAttendances?: number | null
  /** The day on which the back end first got it, where a rubric counts by that (G8). */
  entered?: string | undefined
  /** What stands behind an activity, where the rubric's rule of completeness reads it. */
  evidence?: Evidence | undefined
}

/** The countable row of a record; `rule` is what the rubric asks of a complete activity (G16). */
export function toCountable(
  id: string,
  payload: RecordPayload,
  decision: Decision,
  rule: CompletenessRule = earlierCompleteness,
): CountableRecord {
  const { approved, approvedAttendances = null, entered, evidence = noEvidence } = decision
  const kind = kindOf(payload)
  const date = kind.dateOfAct(payload)
  const base = entered === undefined ? { id, date, approved } : { id, date, entered, approved }
  return kind.countable(payload, base, { rule, evidence, approvedAttendances })
}
