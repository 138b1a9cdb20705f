/**
 * The kinds of record, each with all that the product knows of it. A new kind is a file here and its place in this one.
 * Forms validate with the schemas before saving, the server before storing.
 */
import { z } from 'zod'
import { activityKind, activityPayload } from './activity'
import { demandKind, demandPayload } from './demand'
import type { PlacedField, RecordKindDescriptor } from './descriptor'
import { honourKind, honourPayload } from './honour'
import type { Photo } from './parts'
import { transactionKind, transactionPayload } from './transaction'

export { activityPayload, type ActivityPayload } from './activity'
export { demandPayload, type DemandPayload } from './demand'
export type { FieldColumn, Format } from './descriptor'
export { honourPayload, type HonourPayload } from './honour'
export * from './parts'
export { transactionPayload, type TransactionPayload } from './transaction'

export const recordPayload = z.discriminatedUnion('kind', [
  activityPayload,
  demandPayload,
  transactionPayload,
  honourPayload,
])

export type RecordPayload = z.infer<typeof recordPayload>
export type RecordKind = RecordPayload['kind']
/** A field of some kind of record, and where in the payload its value lies. */
export type RecordField = PlacedField<RecordPayload>

export const recordKinds: Readonly<Record<RecordKind, RecordKindDescriptor<RecordPayload>>> = {
  activity: activityKind,
  demand: demandKind,
  transaction: transactionKind,
  honour: honourKind,
}

/** In the order in which files list them. */
export const recordKindNames = recordPayload.options.map(({ shape }) => shape.kind.value)

/** All that is known of the kind of this record. */
export function kindOf({ kind }: Pick<RecordPayload, 'kind'>): RecordKindDescriptor<RecordPayload> {
  return recordKinds[kind]
}

/** The day of the act, `YYYY-MM-DD` in Asia/Shanghai: it alone decides the period (G8). */
export function dateOfAct(payload: RecordPayload): string {
  return kindOf(payload).dateOfAct(payload)
}

/** What lists and messages call a record. */
export function titleOf(payload: RecordPayload): string {
  return kindOf(payload).titleOf(payload)
}

/** What a record is: 贷款对接活动, 融资需求, … */
export function subjectOf(payload: RecordPayload): string {
  return kindOf(payload).subjectOf(payload)
}

/** The photos that a record names; empty for kinds without photos. */
export function photosOf(payload: RecordPayload): Photo[] {
  return kindOf(payload).photosOf(payload)
}

export const kindTitles: Readonly<Record<RecordKind, string>> = {
  activity: activityKind.title,
  demand: demandKind.title,
  transaction: transactionKind.title,
  honour: honourKind.title,
}
