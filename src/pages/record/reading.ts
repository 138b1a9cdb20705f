/** From a form's fields to a record or to messages at the fields, by the contract's own schemas; and drafts of any age back to fields. */
import type { z } from 'zod'
import { creditCodeFault, withinRecordBytes, type RecordPayload } from '../../shared/records'
import type { Messages } from './form-kind'

export type Read<Payload extends RecordPayload> =
  { payload: Payload; errors: null } | { payload: null; errors: Messages }

/** The record, or the message of each field that is not right. What lies in an `enterprise` is named by itself. */
export function readAs<Payload extends RecordPayload>(
  schema: z.ZodType<Payload>,
  candidate: unknown,
): Read<Payload> {
  const parsed = schema.superRefine(withinRecordBytes).safeParse(candidate)
  const doubtful =
    parsed.success && 'enterprise' in parsed.data ? creditCodeFault(parsed.data.enterprise.creditCode) : null
  if (doubtful !== null) return { payload: null, errors: { creditCode: doubtful } }
  if (parsed.success) return { payload: parsed.data, errors: null }
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) {
    const [first, second] = path.map(String)
    errors[(first === 'enterprise' ? second : undefined) ?? first ?? ''] ??= message
  }
  return { payload: null, errors }
}

/** `empty` with what can be read of a draft over it; each field that cannot be falls back alone. */
export function overEmpty(
  fields: Readonly<Record<string, z.ZodType>>,
  kept: Readonly<Record<string, unknown>>,
  empty: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged = { ...empty }
  for (const [name, schema] of Object.entries(fields)) {
    const value = schema.safeParse(kept[name])
    if (value.success) merged[name] = value.data
  }
  return merged
}

/** A number as typed: digits with at most one point; NaN for anything else, which no schema takes. */
export function typedNumber(typed: string): number {
  return /^\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN
}
