/** What happened to a record, from the audit log, and what each revision said. */
import { z } from 'zod'
import { pushedRecord, type PushedRecord } from '../../../src/shared/records'
import type { Trx } from '../database'

export const recordActions = ['submit', 'revise', 'withdraw', 'approve', 'return', 'undo', 'reopen'] as const
export type RecordAction = (typeof recordActions)[number]

export type RecordDeed = {
  at: Date
  by: string
  personId: string | null
  action: string
  revision: number | null
  fromState: string | null
  toState: string | null
  reason: string | null
  /** Of an approval of an activity: the 家次 that count. */
  approvedAttendances: number | null
  /** Of a decision: what had been decided before. Null in those of releases that did not keep it. */
  before: DecidedBefore | null
}

/** The decision that stands with a record; what is null was not decided. `at` is ISO. */
const decidedBefore = z.object({
  by: z.string().nullable(),
  at: z.string().nullable(),
  approvedAttendances: z.number().nullable(),
  returnReason: z.string().nullable(),
})
export type DecidedBefore = z.infer<typeof decidedBefore>

const detailsSchema = z.object({
  approvedAttendances: z.number().nullable().default(null),
  before: decidedBefore.nullable().default(null),
})

/** The deeds of a record's life cycle, oldest first. */
export async function listDeeds(trx: Trx, recordId: string): Promise<RecordDeed[]> {
  const rows = await trx
    .selectFrom('audit_log')
    .leftJoin('people', 'people.id', 'audit_log.person_id')
    .select(['audit_log.at', 'people.name', 'audit_log.action', 'audit_log.revision'])
    .select('audit_log.person_id as personId')
    .select(['from_state as fromState', 'to_state as toState', 'reason', 'details'])
    .where('subject', '=', recordId)
    .where('action', 'in', [...recordActions])
    .orderBy('audit_log.id')
    .execute()
  return rows.map(({ name, details, ...row }) => {
    const { approvedAttendances, before } = detailsSchema.parse(details ?? {})
    return { ...row, by: name ?? '', approvedAttendances, before }
  })
}

/** The revisions as sent, by number. A revision in a form of the past that no longer parses is left out. */
export async function listRevisions(
  trx: Trx,
  platformId: string,
  recordId: string,
): Promise<Map<number, PushedRecord>> {
  const rows = await trx
    .selectFrom('record_revisions')
    .select(['revision', 'sent'])
    .where('platform_id', '=', platformId)
    .where('record_id', '=', recordId)
    .execute()
  const revisions = new Map<number, PushedRecord>()
  for (const { revision, sent } of rows) {
    const parsed = pushedRecord.safeParse(sent)
    if (parsed.success) revisions.set(revision, parsed.data)
  }
  return revisions
}
