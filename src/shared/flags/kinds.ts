/**
 * Risk flags: reasons for a reviewer to look twice at a record. A flag decides nothing. The
 * functions compute flags when a record or its participations change and store them with the record.
 */
import { z } from 'zod'
import { identifier, limits, uuid } from '../records'

/** The kinds of the last release, which its phones accept under the name `signs` and no others. */
export const signKinds = ['one-phone', 'burst', 'late', 'far', 'declared', 'clock'] as const

/** Kinds that point to twins: other records with which this one shares something. */
export const twinKinds = [
  'same-order',
  'same-content',
  'same-demand',
  'same-event',
  'same-certificate',
  'same-photo',
  'elsewhere',
] as const
export type TwinKind = (typeof twinKinds)[number]

/** Every kind, in the order in which a reviewer reads them. */
export const riskFlagKinds = [
  'own-member',
  ...(['one-phone', 'burst', 'late'] as const),
  'early',
  'far',
  ...(['staff-entries', 'time-unverified', 'declared', 'changed'] as const),
  ...twinKinds,
  ...(['long', 'old', 'ahead', 'clock', 'approved-zero'] as const),
] as const
export type RiskFlagKind = (typeof riskFlagKinds)[number]

/** Where flags start; those of dates stand in `dateLimits`. */
export const flagLimits = {
  /** Enterprises that one person confirmed for by scanning. */
  onePhone: 3,
  /** Confirmations by scanning within `burstSeconds`. */
  burst: 8,
  burstSeconds: 10,
  /** Confirmations from farther away than this, in metres beyond the accuracy of both places. */
  farMetres: 3_000,
  /** The share of the declared 家次 below which the confirmed ones leave too many open. */
  confirmedShare: 0.5,
  /** The share of all participations above which those entered by hand are too many. */
  staffShare: 0.5,
  /** Minutes between pressing the button and its arrival, beyond which the time of the press is not verified. */
  unverifiedMinutes: 10,
  /** Minutes by which start or end may move after confirmations: the clock of a hall is no switch. */
  movedMinutes: 30,
  /** Hours that an activity may last and still keep an enterprise from being elsewhere. */
  elsewhereHours: 24,
  /** Twins and differences that are shown with a flag. */
  shown: 5,
} as const

/** What an activity told its participants and tells otherwise now; texts to read. */
export const seenChange = z.object({
  field: z.enum(['title', 'category', 'startsAt', 'endsAt', 'place']),
  from: z.string().max(limits.placeLength * 2),
  to: z.string().max(limits.placeLength * 2),
  /** Participations that saw it as it was. */
  count: z.number(),
})
export type SeenChange = z.infer<typeof seenChange>

/** Another record; all null where the reader may not see it. */
export const twin = z.object({
  recordId: uuid.nullable(),
  title: z.string().max(200).nullable(),
  platformName: z.string().max(200).nullable(),
  date: z.string().max(10).nullable(),
})
export type Twin = z.infer<typeof twin>

export const riskFlag = z.object({
  /** One of `riskFlagKinds`; a later version of the functions may know more. */
  kind: identifier(40),
  /** How many the flag is about: enterprises, 家次, days or records; what, its kind says. */
  count: z.number(),
  /** Of how many; null where a share says nothing. */
  of: z.number().nullable().default(null),
  changes: z.array(seenChange).max(flagLimits.shown).default([]),
  twins: z.array(twin).max(flagLimits.shown).default([]),
})
export type RiskFlag = z.infer<typeof riskFlag>

/** The same for phones of the last release: its kinds alone. */
export const sign = z.object({ kind: z.enum(signKinds), count: z.number() })
export type Sign = z.infer<typeof sign>

/** What phones of the last release are told. */
export function signsFor(flags: readonly Pick<RiskFlag, 'kind' | 'count'>[]): Sign[] {
  return signKinds.flatMap((kind) => {
    const flag = flags.find((each) => each.kind === kind)
    return flag ? [{ kind, count: flag.count }] : []
  })
}
