/** Reads one record of a batch by itself, so that a bad one does not hold up its neighbours. */
import { createHash } from 'node:crypto'
import { errors, type ErrorCode, type PushResult } from '../../src/shared/contract'
import {
  dateFaults,
  hashedText,
  hashSchema,
  limits,
  pushedRecord,
  revisionSchema,
  type PushedRecord,
} from '../../src/shared/records'
import { fieldMessages, type Standing } from '../backend'

export type Sent = { id: string; [member: string]: unknown }
/** A record in its place in the batch, with what was sent. */
export type Item = { index: number; record: PushedRecord; sent: Sent; clockSuspect: boolean }

const NO_HASH = '0'.repeat(64)

/** The answer for a record. `server` is shown only to who may see the record. */
export function resultOf(
  sent: Sent,
  result: { outcome: 'stored' | 'repeated' } | { outcome: 'refused'; code: ErrorCode; message?: string },
  server: Pick<Standing, 'revision' | 'hash' | 'state'> | undefined,
): PushResult {
  const revision = revisionSchema.safeParse(sent.revision)
  const hash = hashSchema.safeParse(sent.hash)
  const refusal = result.outcome === 'refused' ? result : null
  return {
    id: sent.id,
    revision: revision.success ? revision.data : 1,
    hash: hash.success ? hash.data : NO_HASH,
    outcome: result.outcome,
    code: refusal?.code ?? null,
    message: refusal ? (refusal.message ?? errors[refusal.code].message) : null,
    server: server ? { revision: server.revision, hash: server.hash, state: server.state } : null,
  }
}

/** The parsed record, or the refusal to answer with: INVALID_INPUT with the first fields, TOO_LARGE or HASH_MISMATCH. */
export function readPushed(sent: Sent): PushedRecord | PushResult {
  const parsed = pushedRecord.safeParse(sent)
  if (!parsed.success) return faulty(sent, fieldMessages(parsed.error))
  // What is kept is what was sent, with every space around its texts.
  if (Buffer.byteLength(JSON.stringify(sent)) > 2 * limits.recordBytes)
    return resultOf(sent, { outcome: 'refused', code: 'TOO_LARGE' }, undefined)
  const { platformId, payload, hash } = parsed.data
  const actual = createHash('sha256').update(hashedText(platformId, payload)).digest('hex')
  if (actual !== hash) return resultOf(sent, { outcome: 'refused', code: 'HASH_MISMATCH' }, undefined)
  return parsed.data
}

/**
 * The refusal of a record whose dates are typing errors, or null. It is asked only of what would be stored: a repeat of
 * what is there is a receipt whatever its dates. The phone keeps what is refused, and its person corrects the field.
 */
export function dateRefusal({ sent, record }: Pick<Item, 'sent' | 'record'>, now: Date): PushResult | null {
  const faults = Object.entries(dateFaults(record.payload, now))
  if (faults.length === 0) return null
  return faulty(sent, Object.fromEntries(faults.map(([field, message]) => [`payload.${field}`, message])))
}

function faulty(sent: Sent, messages: Readonly<Record<string, string>>): PushResult {
  const fields = Object.entries(messages).slice(0, 3)
  const told = fields.map(([field, message]) => `${message}(${field})`).join(';')
  return resultOf(
    sent,
    { outcome: 'refused', code: 'INVALID_INPUT', message: `内容不符合要求:${told}` },
    undefined,
  )
}
