/** The rule of completeness that holds for a record: of the document in force on its day, or 暂按 of another (D50). */
import type { StoredRecord, Tier } from '../../../src/shared/contract'
import { networkCompleteness } from '../../../src/shared/records'
import type { Trx } from '../database'
import { latestRubric, rubricInForce, type StoredRubric } from './rubrics'

/** The document that speaks of a day, and whether only 暂按; the rubric is null where the class has none at all. */
export async function rubricFor(
  trx: Trx,
  tier: Tier,
  date: string,
): Promise<{ rubric: StoredRubric | null; provisional: boolean }> {
  const inForce = await rubricInForce(trx, tier, date)
  return inForce
    ? { rubric: inForce, provisional: false }
    : { rubric: await latestRubric(trx, tier), provisional: true }
}

/** The record with the rule that holds for it. */
export async function withRule(trx: Trx, record: StoredRecord): Promise<StoredRecord> {
  const { tier } = await trx
    .selectFrom('platforms')
    .select('tier')
    .where('id', '=', record.platformId)
    .executeTakeFirstOrThrow()
  const { rubric, provisional } = await rubricFor(trx, tier, record.date)
  return { ...record, completeness: rubric?.rubric.completeness ?? networkCompleteness, provisional }
}
