/** Drafts, what waits to be sent, and what the server knows, as one list with one entry a record. */
import type { StoredRecord } from '../../shared/contract'
import {
  dateOfAct,
  titleOf,
  type PhoneState,
  type RecordKind,
  type RecordPayload,
} from '../../shared/records'
import type { Draft } from '../drafts'
import type { KnownRecord } from '../known'
import type { OutboxItem } from '../outbox'

export type PhoneRecord = {
  id: string
  platformId: string
  kind: RecordKind
  /** The newest version that was saved; null for a draft that never was. */
  payload: RecordPayload | null
  title: string
  /** Day of the act; null while a draft has none. */
  date: string | null
  state: PhoneState
  /** Why it was returned, or why the server refused it. */
  reason: string | null
  /** The server's refusal, of a failed one. */
  code: string | null
  /** What the server knows of it. */
  stored: StoredRecord | null
  revision: number
  /** It has been changed and not saved. */
  hasDraft: boolean
  /** Not everything of it is on the server. */
  unsent: boolean
  filledAt: string
}

/** What asks for the person comes first, then what is on its way, then the newest. */
const order: PhoneState[] = [
  'failed',
  'returned',
  'draft',
  'uploading',
  'queued',
  'submitted',
  'approved',
  'withdrawn',
]
const urgent = order.indexOf('queued')

export function mergeRecords(
  platformId: string | null,
  drafts: Iterable<Draft>,
  items: Iterable<OutboxItem>,
  known: Iterable<KnownRecord>,
  uploading: ReadonlySet<string>,
): PhoneRecord[] {
  const records = new Map<string, PhoneRecord>()
  for (const { record } of known)
    if (record.platformId === platformId) records.set(record.id, fromServer(record))
  for (const item of items) {
    // Those of other platforms too: whatever is only on this phone is in sight.
    const { id } = item.record
    records.set(id, fromOutbox(item, uploading.has(id), records.get(id)?.stored ?? null))
  }
  for (const draft of drafts) {
    if (draft.platformId !== platformId) continue
    const saved = records.get(draft.id)
    records.set(draft.id, saved ? { ...saved, hasDraft: true } : fromDraft(draft))
  }
  return [...records.values()].sort(compare)
}

function compare(a: PhoneRecord, b: PhoneRecord): number {
  const rank = (record: PhoneRecord) => Math.min(order.indexOf(record.state), urgent + 1)
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  const [first, second] = [b.date ?? b.filledAt, a.date ?? a.filledAt]
  if (first !== second) return first < second ? -1 : 1
  return a.id < b.id ? 1 : -1
}

/** Made once for each record that the server told: most of a long list stays as it is when one record changes. */
const made = new WeakMap<StoredRecord, PhoneRecord>()

function fromServer(record: StoredRecord): PhoneRecord {
  const before = made.get(record)
  if (before) return before
  const listed: PhoneRecord = {
    ...common(record, record.payload),
    state: record.state,
    reason: record.state === 'returned' ? record.returnReason : null,
    code: null,
    stored: record,
    unsent: false,
  }
  made.set(record, listed)
  return listed
}

function fromOutbox(item: OutboxItem, uploading: boolean, stored: StoredRecord | null): PhoneRecord {
  return {
    ...common(item.record, item.record.payload),
    state: item.failure ? 'failed' : uploading ? 'uploading' : 'queued',
    reason: item.failure && reasonOf(item.failure, stored),
    code: item.failure?.code ?? null,
    stored,
    unsent: true,
  }
}

/** What the reviewer wrote belongs to it when the record was returned meanwhile. */
function reasonOf({ code, message }: { code: string; message: string }, stored: StoredRecord | null): string {
  const { returnReason = null } = stored ?? {}
  return code === 'RETURNED_MEANWHILE' && returnReason !== null
    ? `${message}退回原因:${returnReason}`
    : message
}

function common(
  record: { id: string; platformId: string; revision: number; filledAt: string },
  payload: RecordPayload,
) {
  const { id, platformId, revision, filledAt } = record
  const { kind } = payload
  return {
    id,
    platformId,
    revision,
    filledAt,
    kind,
    payload,
    title: titleOf(payload),
    date: dateOfAct(payload),
    hasDraft: false,
  }
}

function fromDraft(draft: Draft): PhoneRecord {
  const { id, platformId, kind, fields, changedAt } = draft
  const named = [fields.title, fields.service, fields.name].find((name) => typeof name === 'string')
  const title = typeof named === 'string' ? named.trim() : ''
  return {
    id,
    platformId,
    kind,
    payload: null,
    title: title || '还没有名称',
    date: null,
    state: 'draft',
    reason: null,
    code: null,
    stored: null,
    revision: 0,
    hasDraft: true,
    unsent: true,
    filledAt: changedAt,
  }
}
