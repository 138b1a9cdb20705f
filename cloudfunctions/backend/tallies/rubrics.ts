/** The stored rubrics, and which one is in force. Parsed once a version for the life of the process. */
import { z } from 'zod'
import type { Tier } from '../../../src/shared/contract'
import { parseRubric, type Rubric } from '../../../src/shared/rubric'
import type { Database, Trx } from '../database'

/** A rubric ready for use; `digest` is that of its document. */
export type StoredRubric = { id: string; version: string; digest: string; rubric: Rubric }

/** The table by which a tier is scored: the provincial platform by that of the cities. */
export function rubricTier(tier: Tier): 'city' | 'county' {
  return tier === 'county' ? 'county' : 'city'
}

const documentSchema = z.record(z.string(), z.unknown())
const parsed = new Map<string, StoredRubric>()

/** Rows never change, so a version that has been parsed stays. The digest guards against a database made anew. */
async function load(
  database: Database | Trx,
  { id, version, digest }: { id: string; version: string; digest: string },
): Promise<StoredRubric> {
  const key = JSON.stringify([id, version, digest])
  const known = parsed.get(key)
  if (known) return known
  const document = await rubricDocumentOf(database, id, version)
  if (!document) throw new Error('a rubric vanished while being read')
  const stored = { id, version, digest, rubric: parseRubric(document) }
  parsed.set(key, stored)
  return stored
}

/**
 * The rubric of a tier for a day, or for some day of a span (`YYYY-MM-DD`, both included): of several, the one
 * stored last; or null.
 */
export async function rubricInForce(
  database: Database | Trx,
  tier: Tier,
  from: string,
  to = from,
): Promise<StoredRubric | null> {
  const row = await database
    .selectFrom('rubrics')
    .select(['id', 'version', 'digest'])
    .where('tier', '=', rubricTier(tier))
    .where('period_from', '<=', to)
    .where('period_to', '>=', from)
    .orderBy('created_at', 'desc')
    .orderBy('version', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? load(database, row) : null
}

/** The document of a tier whose period ends last: of several the one stored last; or null. */
export async function latestRubric(database: Database | Trx, tier: Tier): Promise<StoredRubric | null> {
  const row = await database
    .selectFrom('rubrics')
    .select(['id', 'version', 'digest'])
    .where('tier', '=', rubricTier(tier))
    .orderBy('period_to', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? load(database, row) : null
}

export async function rubricByVersion(
  database: Database | Trx,
  id: string,
  version: string,
): Promise<StoredRubric | null> {
  const row = await database
    .selectFrom('rubrics')
    .select(['id', 'version', 'digest'])
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? load(database, row) : null
}

/** The document as stored, before its settings are put in place; or null. */
export async function rubricDocumentOf(
  database: Database | Trx,
  id: string,
  version: string,
): Promise<Record<string, unknown> | null> {
  const row = await database
    .selectFrom('rubrics')
    .select('document')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? documentSchema.parse(row.document) : null
}
