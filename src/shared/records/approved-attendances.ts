/** The 家次 that a reviewer is offered, and what is asked of the number that they choose (D18). */
import type { Evidence } from './completeness'

/**
 * Preset to those who were scanned, scanned by staff, entered or pasted, together; to the declared number where an
 * arrived photo is marked as the sign-in sheet.
 */
export function presetAttendances(
  declared: number,
  { participants, signInSheet }: Pick<Evidence, 'participants' | 'signInSheet'>,
): number {
  return signInSheet ? declared : participants
}

/** More than was declared is approved with a reason alone. */
export function needsReason(declared: number, approved: number | null): boolean {
  return approved !== null && approved > declared
}
