/**
 * Signs that a record deserves a second look (design.md §9). They are shown to the reviewer and decide nothing;
 * what they start at is data, here alone.
 */
import { z } from 'zod'

export const signKinds = ['one-phone', 'burst', 'late', 'far', 'declared', 'clock'] as const

export const signLimits = {
  /** Enterprises that one person confirmed for by scanning. */
  onePhone: 3,
  /** Confirmations by scanning within `burstSeconds`. */
  burst: 8,
  burstSeconds: 10,
  /** Participations outside of the window. */
  late: 1,
  /** Confirmations from farther away than this, in metres beyond the accuracy of both places. */
  farMetres: 3_000,
  far: 1,
  /** The share of the declared 家次 below which the confirmed ones leave too many open. */
  confirmedShare: 0.5,
} as const

export const sign = z.object({
  kind: z.enum(signKinds),
  /** How many the sign is about: enterprises, and for `declared` the 家次 that nobody confirmed. */
  count: z.number(),
})
export type Sign = z.infer<typeof sign>

/** What is known of a record's participations; all zero where it has none. */
export type SignFacts = {
  /** Declared 家次; null for records without any. */
  declared: number | null
  confirmed: number
  /** The most enterprises that one person confirmed for by scanning. */
  onePhone: number
  /** The most confirmations by scanning within `burstSeconds`. */
  burst: number
  late: number
  far: number
  clockSuspect: boolean
}

/** The signs of a record, in the order of `signKinds`; empty when there are none. */
export function signsOf(facts: SignFacts): Sign[] {
  const declared = facts.declared ?? 0
  const isFarAbove = declared > 0 && facts.confirmed < declared * signLimits.confirmedShare
  const signs: Sign[] = []
  if (facts.onePhone >= signLimits.onePhone) signs.push({ kind: 'one-phone', count: facts.onePhone })
  if (facts.burst >= signLimits.burst) signs.push({ kind: 'burst', count: facts.burst })
  if (facts.late >= signLimits.late) signs.push({ kind: 'late', count: facts.late })
  if (facts.far >= signLimits.far) signs.push({ kind: 'far', count: facts.far })
  if (isFarAbove) signs.push({ kind: 'declared', count: declared - facts.confirmed })
  if (facts.clockSuspect) signs.push({ kind: 'clock', count: 1 })
  return signs
}
