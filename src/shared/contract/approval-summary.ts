/** What a batch of approvals will approve, told before it is: the reviewer's screen and the function must agree. */
import { z } from 'zod'
import { identifier, limits, type RecordPayload } from '../records'

/** How many records by name. */
const counts = z
  .record(identifier(60), z.int().min(0).max(limits.batch))
  .refine((each) => Object.keys(each).length <= limits.batch)
  .meta({ maxProperties: limits.batch })
const count = z.int().min(0).max(limits.batch)

export const approvalSummary = z.strictObject({
  records: count,
  /** 家次 of the activities, as declared. */
  attendances: z
    .int()
    .min(0)
    .max(limits.attendances * limits.batch),
  /** By record kind. */
  kinds: counts,
  /** By platform id. */
  platforms: counts,
})
export type ApprovalSummary = z.infer<typeof approvalSummary>

/** Sums up records that are to be approved as declared. */
export function summariseApproval(
  records: readonly { platformId: string; payload: RecordPayload }[],
): ApprovalSummary {
  const summary: ApprovalSummary = { records: 0, attendances: 0, kinds: {}, platforms: {} }
  for (const { platformId, payload } of records) {
    summary.records += 1
    summary.attendances += payload.kind === 'activity' ? payload.attendances : 0
    summary.kinds[payload.kind] = (summary.kinds[payload.kind] ?? 0) + 1
    summary.platforms[platformId] = (summary.platforms[platformId] ?? 0) + 1
  }
  return summary
}

export function isSameApproval(one: ApprovalSummary, other: ApprovalSummary): boolean {
  return (
    one.records === other.records &&
    one.attendances === other.attendances &&
    isSameCounts(one.kinds, other.kinds) &&
    isSameCounts(one.platforms, other.platforms)
  )
}

function isSameCounts(one: Record<string, number>, other: Record<string, number>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => one[name] === other[name])
}
