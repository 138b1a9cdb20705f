/** Writing results. A provisional one is overwritten; a frozen one never: the database refuses it as well. */
import { sql } from 'kysely'
import type { Tier } from '../../../src/shared/contract'
import type { Trx } from '../database'

/** A computed result. `facts`, `increment` and `card` are canonical JSON. */
export type ComputedResult = {
  id: string
  platformId: string
  period: string
  tier: Tier
  rubricId: string
  rubricVersion: string
  facts: string
  increment: string
  card: string
  total: number
  grade: string | null
  /** The cut lines of the grade, canonical JSON. */
  cuts: string | null
  digest: string
  /** The digest of the rubric and the tallies that it was made from. */
  madeFrom: string
  computedAt: Date
  computedBy: string | null
}

export type Known = {
  platformId: string
  state: 'provisional' | 'frozen' | 'published' | 'replaced'
  digest: string
  increment: unknown
  madeFrom: string | null
  /** MD5 of the card, to see whether it is the same without reading it. */
  cardMd5: string
}

/** What is known of the results in force of some platforms and a period; nobody else writes them until the end of the transaction. */
export async function lockKnown(
  trx: Trx,
  platformIds: readonly string[],
  period: string,
): Promise<Map<string, Known>> {
  const rows = await trx
    .selectFrom('results')
    .select(['platform_id as platformId', 'state', 'digest', 'increment', 'made_from as madeFrom'])
    .select(sql<string>`md5(card)`.as('cardMd5'))
    .where('platform_id', 'in', [...platformIds])
    .where('period', '=', period)
    .where('state', '!=', 'replaced')
    .orderBy('platform_id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.platformId, row]))
}

function columnsOf(result: ComputedResult) {
  return {
    platform_id: result.platformId,
    id: result.id,
    period: result.period,
    rubric_id: result.rubricId,
    rubric_version: result.rubricVersion,
    tier: result.tier,
    facts: result.facts,
    increment: result.increment,
    card: result.card,
    total: result.total,
    grade: result.grade,
    cuts: result.cuts,
    digest: result.digest,
    made_from: result.madeFrom,
    computed_at: result.computedAt,
    computed_by: result.computedBy,
  }
}

/** Stores provisional results, over those that are provisional; returns how many were written. */
export async function keepProvisional(trx: Trx, results: readonly ComputedResult[]): Promise<number> {
  if (results.length === 0) return 0
  const written = await trx
    .insertInto('results')
    .values(results.map((result) => ({ ...columnsOf(result), state: 'provisional' as const })))
    .onConflict((conflict) =>
      conflict
        .columns(['platform_id', 'period'])
        .where('state', '!=', 'replaced')
        .doUpdateSet((eb) => ({
          rubric_id: eb.ref('excluded.rubric_id'),
          rubric_version: eb.ref('excluded.rubric_version'),
          tier: eb.ref('excluded.tier'),
          facts: sql<string>`excluded.facts`,
          increment: sql<string>`excluded.increment`,
          card: eb.ref('excluded.card'),
          total: eb.ref('excluded.total'),
          grade: eb.ref('excluded.grade'),
          cuts: sql<string | null>`excluded.cuts`,
          digest: eb.ref('excluded.digest'),
          made_from: eb.ref('excluded.made_from'),
          computed_at: eb.ref('excluded.computed_at'),
          computed_by: eb.ref('excluded.computed_by'),
        }))
        .where('results.state', '=', 'provisional'),
    )
    .returning('id')
    .execute()
  return written.length
}

/** Notes of provisional results that say the same as before what they would be made from now. */
export async function keepMadeFrom(
  trx: Trx,
  period: string,
  sources: readonly { platformId: string; madeFrom: string }[],
): Promise<void> {
  if (sources.length === 0) return
  const [platformIds, digests] = [
    sources.map(({ platformId }) => platformId),
    sources.map((source) => source.madeFrom),
  ]
  await sql`
    update results set made_from = source.made_from
    from unnest(${platformIds}::text[], ${digests}::text[]) as source (platform_id, made_from)
    where results.platform_id = source.platform_id and period = ${period} and state = 'provisional'`.execute(
    trx,
  )
}

/** Freezes every provisional result of a period; returns how many. */
export async function freezeProvisional(trx: Trx, period: string, now: Date): Promise<number> {
  const frozen = await trx
    .updateTable('results')
    .set({ state: 'frozen', frozen_at: now })
    .where('period', '=', period)
    .where('state', '=', 'provisional')
    .returning('id')
    .execute()
  return frozen.length
}

/** Puts a corrected result in the place of a frozen one. The old one stays, as replaced. */
export async function replaceResult(
  trx: Trx,
  old: { id: string; platformId: string; state: 'frozen' | 'published' },
  corrected: ComputedResult,
  reason: string,
): Promise<void> {
  await trx
    .updateTable('results')
    .set({ state: 'replaced' })
    .where('platform_id', '=', old.platformId)
    .where('id', '=', old.id)
    .execute()
  await trx
    .insertInto('results')
    .values({
      ...columnsOf(corrected),
      state: old.state,
      frozen_at: corrected.computedAt,
      replaces: old.id,
      reason,
    })
    .execute()
}

/** The results in force of a period; nobody else writes them until the end of the transaction. */
export async function lockPeriod(
  trx: Trx,
  period: string,
): Promise<{ platformId: string; state: Known['state'] }[]> {
  return trx
    .selectFrom('results')
    .select(['platform_id as platformId', 'state'])
    .where('period', '=', period)
    .where('state', '!=', 'replaced')
    .orderBy('platform_id')
    .forUpdate()
    .execute()
}
