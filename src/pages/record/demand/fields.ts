/** The fields of a financing demand as they stand, and the record that they become. */
import { z } from 'zod'
import {
  creditCodeCheckCharacter,
  demandChannels,
  demandPayload,
  demandTypes,
  type DemandPayload,
} from '../../../shared/records'
import type { Choices } from '../form-kind'
import { overEmpty, readAs, typedNumber, type Read } from '../reading'

const fieldsSchema = z.object({
  demand: z.enum(demandTypes).nullable(),
  name: z.string(),
  creditCode: z.string(),
  /** 万元, as typed. */
  amount: z.string(),
  purpose: z.string(),
  receivedAt: z.string(),
  published: z.boolean(),
  /** Kept while `published` is off, so that a slip of the finger loses nothing. */
  publishedAt: z.string(),
  channel: z.enum(demandChannels),
})
export type DemandFields = z.infer<typeof fieldsSchema>

export function emptyFields(now: Date, last: Choices): DemandFields {
  return {
    demand: z.enum(demandTypes).nullable().catch(null).parse(last.demand),
    name: '',
    creditCode: '',
    amount: '',
    purpose: '',
    receivedAt: toMinute(now),
    published: false,
    publishedAt: toMinute(now),
    channel: z.enum(demandChannels).catch('provincial').parse(last.channel),
  }
}

export function readFields(kept: Readonly<Record<string, unknown>>, empty: DemandFields): DemandFields {
  return fieldsSchema.parse(overEmpty(fieldsSchema.shape, kept, empty))
}

export function fieldsOf(payload: DemandPayload): DemandFields {
  const { demand, enterprise, amount, purpose, receivedAt, publishedAt, channel } = payload
  return {
    ...{ demand, ...enterprise, amount: String(amount), purpose, receivedAt, channel },
    published: publishedAt !== null,
    publishedAt: publishedAt ?? receivedAt,
  }
}

export function lastChoicesOf({ demand, channel }: DemandFields): Choices {
  return { demand: demand ?? '', channel }
}

/** The record, or the message of each field that is not right, by the field's name. */
export function readPayload(fields: DemandFields): Read<DemandPayload> {
  const { demand, name, creditCode, amount, purpose, receivedAt, published, publishedAt, channel } = fields
  return readAs(demandPayload, {
    ...{ kind: 'demand', demand, purpose, receivedAt, channel },
    enterprise: { name, creditCode },
    amount: typedNumber(amount),
    publishedAt: published ? publishedAt : null,
  })
}

const anyCode = '91430000000000000'
const someEnterprise = { name: '未填写', creditCode: anyCode + creditCodeCheckCharacter(anyCode) }

/** As far as it counts: who needs how much makes no difference to the score, so that is made up while it is missing. */
export function provisional(fields: DemandFields): DemandPayload | null {
  if (fields.demand === null) return null
  const { publishedAt, receivedAt } = fields
  const possible = Date.parse(publishedAt) >= Date.parse(receivedAt)
  const counted = { ...fields, ...someEnterprise, amount: '1', purpose: '' }
  return readPayload({ ...counted, publishedAt: possible ? publishedAt : receivedAt }).payload
}

/** Published now. */
export function atBest(payload: DemandPayload, now: Date): DemandPayload | null {
  if (payload.publishedAt !== null || Date.parse(payload.receivedAt) > now.getTime()) return null
  return { ...payload, publishedAt: now.toISOString() }
}

const toMinute = (now: Date) => new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString()
