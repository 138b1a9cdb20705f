/** What the tests of evaluation add to the harness: rubrics in force, and records brought to a state in one step. */
import { createHash, randomUUID } from 'node:crypto'
import { createFunction as createEvaluate } from '../../cloudfunctions/evaluate/create-function'
import { createFunction as createReview } from '../../cloudfunctions/review/create-function'
import { createFunction as createStanding } from '../../cloudfunctions/standing/create-function'
import type { Database } from '../../cloudfunctions/backend'
import { canonicalJson, type PushedRecord, type RecordPayload } from '../../src/shared/records'
import { rubricDocument } from '../../src/shared/rubric'
import { activity, createRecords, host, record, world, type Name } from './harness'

/** Stores a document as a rubric in force; `changes` replace members of it. */
export async function storeRubric(
  database: Database,
  id: string,
  changes: Record<string, unknown> = {},
): Promise<void> {
  const document: Record<string, unknown> = { ...rubricDocument(id), ...changes }
  const text = canonicalJson(document)
  const { version, tier, period } = document as {
    version: string
    tier: 'city' | 'county'
    period: { from: string; to: string }
  }
  await database
    .insertInto('rubrics')
    .values({
      id,
      version,
      tier,
      period_from: period.from,
      period_to: period.to,
      document: text,
      digest: createHash('sha256').update(text).digest('hex'),
    })
    .execute()
}

/** A world with the rubrics of 2023, whose platforms have existed since before; and its functions. */
export function evaluatedWorld() {
  const everything = world()
  const { database } = everything
  beforeAll(async () => {
    await database
      .updateTable('platforms')
      .set({ created_at: new Date('2022-06-01T00:00:00Z') })
      .execute()
    await storeRubric(database, 'hunan-2023-city')
    await storeRubric(database, 'hunan-2023-county')
  })
  const records = host(everything, 'records', createRecords)
  const review = host(everything, 'review', createReview)

  const recorders: Record<string, Name> = {
    'p-changsha': '阿丽',
    'p-changsha-county': '小吴',
    'p-zhuzhou': '老李',
  }
  async function push(payload: RecordPayload, platformId = 'p-changsha'): Promise<PushedRecord> {
    const pushed = record({ platformId, payload })
    const who = recorders[platformId] ?? '阿丽'
    const { results } = await records(who).call('push', { records: [pushed] })
    if (results[0]?.outcome !== 'stored') throw new Error(JSON.stringify(results))
    return pushed
  }
  /** By the province, which may decide on every platform's records. */
  async function approve({ id, revision }: PushedRecord, approvedAttendances: number | null = null) {
    await review('省平台').call('approve', { id, revision, approvedAttendances })
  }
  const giveBack = ({ id, revision }: PushedRecord) =>
    review('省平台').call('return', { id, revision, reason: '请补充材料' })
  async function approved(payload: RecordPayload, platformId = 'p-changsha') {
    const pushed = await push(payload, platformId)
    await approve(pushed)
    return pushed
  }
  const inForce = (period: string) =>
    database
      .selectFrom('results')
      .selectAll()
      .where('period', '=', period)
      .where('state', '!=', 'replaced')
      .orderBy('platform_id')
      .execute()

  return {
    everything,
    database,
    clock: everything.clock,
    records,
    evaluate: host(everything, 'evaluate', createEvaluate),
    standing: host(everything, 'standing', createStanding),
    push,
    approve,
    giveBack,
    approved,
    inForce,
  }
}

/** A complete matching event on a day of 2023. */
export const eventOn = (day: string) => activity({ startsAt: `${day}T01:00:00Z`, endsAt: `${day}T04:00:00Z` })

/** A monthly report, as the function `filings` will store it. */
export async function fileReport(
  database: Database,
  platformId: string,
  month: string,
  dueAt: string,
  filedAt: string | null,
  figures: Record<string, number> = {},
): Promise<void> {
  await database
    .insertInto('monthly_reports')
    .values({
      platform_id: platformId,
      month,
      due_at: new Date(dueAt),
      filed_at: filedAt === null ? null : new Date(filedAt),
      figures: JSON.stringify(figures),
    })
    .onConflict((conflict) =>
      conflict.columns(['platform_id', 'month']).doUpdateSet({
        filed_at: filedAt === null ? null : new Date(filedAt),
        figures: JSON.stringify(figures),
      }),
    )
    .execute()
  await database
    .insertInto('month_versions')
    .values({ platform_id: platformId, month })
    .onConflict((conflict) =>
      conflict
        .columns(['platform_id', 'month'])
        .doUpdateSet((eb) => ({ version: eb('month_versions.version', '+', 1) })),
    )
    .execute()
}

export const newId = () => randomUUID()
