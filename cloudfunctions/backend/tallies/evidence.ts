/** What stands behind activities beyond what was typed: photos that have arrived, and who took part. */
import { sql } from 'kysely'
import { z } from 'zod'
import {
  earlierCompleteness,
  evidenceOf,
  noEvidence,
  photosOf,
  type CompletenessRule,
  type Evidence,
} from '../../../src/shared/records'
import type { Database, Trx } from '../database'
import type { CountedRow } from './month-records'

/** Does this rule read more of an activity than its record? */
export function readsEvidence(rule: CompletenessRule): boolean {
  return rule.photos !== earlierCompleteness.photos || rule.participants === 'known'
}

/**
 * Of an approved activity staff entries that came after the approval do not count: they wait for another decision.
 * `records` and `participations` are in scope of the statement.
 */
export const countsForRecord = sql<boolean>`(participations.source = 'scan' or records.state <> 'approved'
  or records.decided_at is null or participations.received_at <= records.decided_at)`

const photosRead = z.array(
  z.object({ id: z.string(), sha256: z.string(), checked: z.boolean(), rejected: z.boolean() }),
)

/** The evidence of each activity by its id. */
export async function readEvidence(
  database: Database | Trx,
  activities: readonly CountedRow[],
): Promise<Map<string, Evidence>> {
  if (activities.length === 0) return new Map()
  const { rows } = await sql<{ id: string; photos: unknown; participants: number }>`
    select records.id,
      (select coalesce(json_agg(json_build_object('id', photo_id, 'sha256', sha256,
          'checked', checked_at is not null, 'rejected', rejected is not null)), '[]')
        from photos where photos.platform_id = records.platform_id and photos.record_id = records.id) as photos,
      (select count(*) from participations
        where participations.platform_id = records.platform_id and participations.activity_id = records.id
          and ${countsForRecord}) as participants
    from unnest(
      ${activities.map(({ platformId }) => platformId)}::text[], ${activities.map(({ id }) => id)}::uuid[]
    ) as wanted (platform_id, id)
    cross join lateral (
      select * from records
      where records.platform_id = wanted.platform_id and records.id = wanted.id
      offset 0
    ) as records`.execute(database)
  const found = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    activities.map(({ id, payload }) => {
      const row = found.get(id)
      if (!row) return [id, noEvidence]
      const kept = new Map(photosRead.parse(row.photos).map((photo) => [photo.id, photo]))
      const named = photosOf(payload)
      const photos = named.flatMap((photo) => {
        const sent = kept.get(photo.id)
        if (sent?.sha256 !== photo.sha256) return []
        const state = !sent.checked ? 'unchecked' : sent.rejected ? 'rejected' : 'arrived'
        return [{ id: photo.id, state } as const]
      })
      const sheets = named.flatMap(({ id: photo, role }) => (role === 'sign-in-sheet' ? [photo] : []))
      return [id, evidenceOf(photos, sheets, Number(row.participants))]
    }),
  )
}
