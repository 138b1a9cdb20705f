/**
 * Takes a batch of records. Each stands alone: one that is refused leaves the others as they are. For speed
 * the records of a platform are stored in one transaction with one statement for each table; if the
 * database refuses that, they are stored again one by one, and the culprit alone is refused.
 */
import type { ParsedInput, PushResult } from '../../src/shared/contract'
import {
  allows,
  appendAudit,
  driverCode,
  findPlatform,
  isUnavailable,
  standingOf,
  storeArrivals,
  takeChanges,
  transact,
  type Arrival,
  type AuditEntry,
  type Call,
  type Standing,
} from '../backend'
import { flagChanged } from '../backend/flags'
import { decide } from './decide'
import { dateRefusal, readPushed, resultOf, type Item } from './read-pushed'

const DAY_MS = 24 * 60 * 60 * 1000

export async function push(
  call: Call,
  { records, sentAt }: ParsedInput<'records', 'push'>,
): Promise<{ results: PushResult[] }> {
  const results = new Map<number, PushResult>()
  const rounds = new Map<string, Item[]>()
  const seen = new Map<string, number>()
  const allowed = new Map<string, boolean>()
  const now = call.now.getTime()
  // A clock that is slow shows only here: a record of two days ago may have waited for a network.
  const clockIsOff = sentAt !== undefined && Math.abs(Date.parse(sentAt) - now) > DAY_MS

  for (const [index, sent] of records.entries()) {
    const record = readPushed(sent)
    if ('outcome' in record) {
      results.set(index, record)
      continue
    }
    const { platformId } = record
    const may = allowed.get(platformId) ?? (await mayPush(call, platformId))
    allowed.set(platformId, may)
    if (!may) {
      results.set(index, resultOf(sent, { outcome: 'refused', code: 'NOT_ALLOWED' }, undefined))
      continue
    }
    // Two revisions of one record in a batch are stored one after the other.
    const round = (seen.get(record.id) ?? 0) + 1
    seen.set(record.id, round)
    const key = `${round} ${platformId}`
    const clockSuspect = clockIsOff || Date.parse(record.filledAt) > now + DAY_MS
    rounds.set(key, [...(rounds.get(key) ?? []), { index, record, sent, clockSuspect }])
  }

  const inOrder = [...rounds].sort(([a], [b]) => Number(a.split(' ')[0]) - Number(b.split(' ')[0]))
  for (const [, items] of inOrder) {
    for (const [index, result] of await storeRound(call, items)) results.set(index, result)
  }
  return { results: records.flatMap((_, index) => results.get(index) ?? []) }
}

async function mayPush(call: Call, platformId: string): Promise<boolean> {
  const platform = await findPlatform(call.database, platformId)
  return platform !== null && allows(call, 'records.push', { platform })
}

async function storeRound(call: Call, items: Item[]): Promise<Map<number, PushResult>> {
  try {
    return await storeTogether(call, items)
  } catch (error) {
    if (isUnavailable(error)) throw error
    const [only, ...others] = items
    if (only && others.length === 0) {
      call.report(error)
      // Class 22 and 23: a value that the database cannot hold, or a rule of its own that the value breaks.
      const code = /^2[23]/.test(driverCode(error) ?? '') ? 'INVALID_INPUT' : 'INTERNAL'
      return new Map([[only.index, resultOf(only.sent, { outcome: 'refused', code }, undefined)]])
    }
    const results = new Map<number, PushResult>()
    for (const item of items) {
      for (const [index, result] of await storeRound(call, [item])) results.set(index, result)
    }
    return results
  }
}

/** Stores the records of one platform, each id once, in one transaction. */
function storeTogether(call: Call, items: Item[]): Promise<Map<number, PushResult>> {
  const { person, now } = call
  return transact(call.database, async (trx) => {
    const results = new Map<number, PushResult>()
    const platformId = items[0]?.record.platformId
    if (platformId === undefined) return results
    let change = await takeChanges(trx, platformId, items.length)
    const before = await standingOf(
      trx,
      items.map(({ record }) => record.id),
    )
    const arrivals: Arrival[] = []
    for (const item of items) {
      const { index, record, sent, clockSuspect } = item
      const server = before.get(record.id)
      const visible = server?.platformId === platformId ? server : undefined
      const decision = decide(server, record)
      const refusal = decision.outcome === 'store' ? dateRefusal(item, now) : null
      if (refusal) {
        results.set(index, refusal)
      } else if (decision.outcome === 'store') {
        arrivals.push({ record, sent, change: change++, clockSuspect })
        results.set(index, resultOf(sent, { outcome: 'stored' }, { ...record, state: 'submitted' }))
      } else {
        results.set(index, resultOf(sent, decision, visible))
      }
    }
    await storeArrivals(trx, arrivals, before, { personId: person.id, now })
    await appendAudit(
      trx,
      ...arrivals.map((arrival) => auditOf(arrival, before.get(arrival.record.id), call)),
    )
    await flagChanged(
      trx,
      arrivals.map(({ record: { id, payload } }) => ({ platformId, id, payload })),
    )
    return results
  })
}

function auditOf({ record }: Arrival, before: Standing | undefined, { person, now }: Call): AuditEntry {
  return {
    at: now,
    personId: person.id,
    action: before ? 'revise' : 'submit',
    platformId: record.platformId,
    subject: record.id,
    revision: record.revision,
    fromState: before?.state ?? null,
    toState: 'submitted',
    reason: record.reason === '' ? null : record.reason,
  }
}
