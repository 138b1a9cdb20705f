/** The fields of a plain form as they stand, and the record that they become; made from the kind's description. */
import { z } from 'zod'
import { shanghaiDate } from '../../../shared/calendar'
import {
  choicesOf,
  creditCodeCheckCharacter,
  photoSchema,
  recordKinds,
  valueAt,
  type Photo,
  type RecordField,
  type RecordKind,
  type RecordPayload,
} from '../../../shared/records'
import type { Choices } from '../form-kind'
import { overEmpty, readAs, typedNumber, type Read } from '../reading'

/** Numbers as typed, a choice that is not made yet as null. What lies in an `enterprise` stands by itself. */
export type PlainFields = Record<string, string | boolean | null | Photo[]>

export const nameOf = ({ path }: Pick<RecordField, 'path'>) => path.split('.').at(-1) ?? path

export function emptyFields(kind: RecordKind, now: Date, last: Choices): PlainFields {
  return Object.fromEntries(
    recordKinds[kind].fields.map((field) => {
      const name = nameOf(field)
      return [name, emptyValue(field, now, field.ask?.remembered ? last[name] : undefined)]
    }),
  )
}

function emptyValue({ format, ask }: RecordField, now: Date, last?: string): PlainFields[string] {
  switch (format.as) {
    case 'yes-no':
      return false
    case 'choice':
      return choicesOf(format.list).find(({ value }) => value === last)?.value ?? null
    case 'photos':
      return []
    case 'moment':
      return new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString()
    case 'day':
      return ask?.required ? shanghaiDate(now) : ''
    default:
      return last ?? ''
  }
}

function schemaOf({ format }: RecordField): z.ZodType<PlainFields[string]> {
  switch (format.as) {
    case 'yes-no':
      return z.boolean()
    case 'choice':
      return z.enum(choicesOf(format.list).map(({ value }) => value)).nullable()
    case 'photos':
      return z.array(photoSchema)
    default:
      return z.string()
  }
}

/** A draft's fields; whatever in it cannot be read falls back to `empty`, alone. */
export function readFields(
  kind: RecordKind,
  kept: Readonly<Record<string, unknown>>,
  empty: PlainFields,
): PlainFields {
  const schemas = Object.fromEntries(
    recordKinds[kind].fields.map((field) => [nameOf(field), schemaOf(field)]),
  )
  return z.object(schemas).parse(overEmpty(schemas, kept, empty))
}

export function fieldsOf(payload: RecordPayload): PlainFields {
  return Object.fromEntries(
    recordKinds[payload.kind].fields.map((field) => {
      const value = valueAt(payload, field.path)
      const read = schemaOf(field).safeParse(typeof value === 'number' ? String(value) : (value ?? ''))
      return [nameOf(field), read.success ? read.data : '']
    }),
  )
}

export function lastChoicesOf(kind: RecordKind, fields: PlainFields): Choices {
  return Object.fromEntries(
    recordKinds[kind].fields
      .filter(({ ask }) => ask?.remembered)
      .map((field) => {
        const value = fields[nameOf(field)]
        return [nameOf(field), typeof value === 'string' ? value.trim() : '']
      }),
  )
}

/** The record, or the message of each field that is not right, by the field's name. */
export function readPayload(kind: RecordKind, fields: PlainFields): Read<RecordPayload> {
  const candidate: Record<string, unknown> = { kind }
  for (const field of recordKinds[kind].fields) {
    const value = entered(field, fields[nameOf(field)])
    const [parent, name] = field.path.split('.')
    if (parent === undefined || value === undefined) continue
    const before: unknown = candidate[parent]
    candidate[parent] =
      name === undefined ? value : { ...(typeof before === 'object' ? before : {}), [name]: value }
  }
  return readAs(recordKinds[kind].schema, candidate)
}

/** Nothing typed where nothing need be typed is nothing said. */
function entered({ format, ask }: RecordField, value: PlainFields[string] | undefined): unknown {
  if (ask?.optional && value === '') return undefined
  return format.as === 'number' ? typedNumber(typeof value === 'string' ? value : '') : value
}

const anyCode = '91430000000000000'

/** As far as it counts: who and what make no difference to the score, so that is made up while it is missing. */
export function provisional(kind: RecordKind, fields: PlainFields): RecordPayload | null {
  const { errors } = readPayload(kind, fields)
  if (errors === null) return readPayload(kind, fields).payload
  const made = { ...fields }
  for (const field of recordKinds[kind].fields) {
    const name = nameOf(field)
    if (!(name in errors)) continue
    if (field.format.as === 'credit-code') made[name] = anyCode + creditCodeCheckCharacter(anyCode)
    else if (field.format.as === 'number') made[name] = '1'
    else if (field.format.as === 'text' || field.format.as === 'long-text') made[name] = '未填写'
  }
  return readPayload(kind, made).payload
}
