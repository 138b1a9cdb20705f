/** The fields of an online transaction as they stand, and the record that they become. */
import { z } from 'zod'
import {
  creditCodeCheckCharacter,
  transactionPayload,
  type TransactionPayload,
} from '../../../shared/records'
import type { Choices } from '../form-kind'
import { overEmpty, readAs, type Read } from '../reading'

const fieldsSchema = z.object({
  name: z.string(),
  creditCode: z.string(),
  service: z.string(),
  order: z.string(),
  completedAt: z.string(),
  confirmedByBoth: z.boolean(),
})
export type TransactionFields = z.infer<typeof fieldsSchema>

export function emptyFields(now: Date, last: Choices): TransactionFields {
  const completedAt = new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString()
  const service = last.service ?? ''
  return { name: '', creditCode: '', service, order: '', completedAt, confirmedByBoth: false }
}

export function readFields(
  kept: Readonly<Record<string, unknown>>,
  empty: TransactionFields,
): TransactionFields {
  return fieldsSchema.parse(overEmpty(fieldsSchema.shape, kept, empty))
}

export function fieldsOf(payload: TransactionPayload): TransactionFields {
  const { enterprise, service, order, completedAt, confirmedByBoth } = payload
  return { ...enterprise, service, order, completedAt, confirmedByBoth }
}

export function lastChoicesOf({ service }: TransactionFields): Choices {
  return { service: service.trim() }
}

/** The record, or the message of each field that is not right, by the field's name. */
export function readPayload(fields: TransactionFields): Read<TransactionPayload> {
  const { name, creditCode, ...others } = fields
  return readAs(transactionPayload, { kind: 'transaction', enterprise: { name, creditCode }, ...others })
}

const anyCode = '91430000000000000'

/** As far as it counts: when it was completed, and whether both have confirmed. */
export function provisional({ completedAt, confirmedByBoth }: TransactionFields): TransactionPayload | null {
  const creditCode = anyCode + creditCodeCheckCharacter(anyCode)
  const made = { name: '未填写', creditCode, service: '未填写', order: '未填写' }
  return readPayload({ ...made, completedAt, confirmedByBoth }).payload
}

export function atBest(payload: TransactionPayload): TransactionPayload | null {
  return payload.confirmedByBoth ? null : { ...payload, confirmedByBoth: true }
}
