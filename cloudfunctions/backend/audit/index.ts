/** Who did what to what, when, from what to what. Written in the transaction of the deed itself; append-only. */
import type { Trx } from '../database'

export type AuditEntry = {
  at: Date
  /** Null for the timer. */
  personId: string | null
  action: string
  platformId: string | null
  /** The id of what it was done to. */
  subject: string
  revision?: number
  fromState?: string | null
  toState?: string | null
  reason?: string | null
  details?: Record<string, unknown>
}

/** Appends entries in their order. */
export async function appendAudit(trx: Trx, ...entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  await trx
    .insertInto('audit_log')
    .values(
      entries.map((entry) => ({
        at: entry.at,
        person_id: entry.personId,
        action: entry.action,
        platform_id: entry.platformId,
        subject: entry.subject,
        revision: entry.revision ?? null,
        from_state: entry.fromState ?? null,
        to_state: entry.toState ?? null,
        reason: entry.reason ?? null,
        details: entry.details ? JSON.stringify(entry.details) : null,
      })),
    )
    .execute()
}
