/** Objections to published results, and their answers. Neither is ever changed. */
import type { ExpressionBuilder, Expression, SqlBool } from 'kysely'
import type { Objection } from '../../../src/shared/contract'
import type { Database, Tables, Trx } from '../database'
import { inScope } from '../platforms'
import type { PlatformScope } from '../policies'

function selectObjections(database: Database | Trx) {
  return database
    .selectFrom('objections')
    .innerJoin('platforms', 'platforms.id', 'objections.platform_id')
    .innerJoin('people as filer', 'filer.id', 'objections.filed_by')
    .leftJoin('objection_answers as answers', (join) =>
      join
        .onRef('answers.platform_id', '=', 'objections.platform_id')
        .onRef('answers.objection_id', '=', 'objections.id'),
    )
    .leftJoin('people as answerer', 'answerer.id', 'answers.answered_by')
    .select(['objections.id', 'objections.result_id', 'objections.period', 'objections.text'])
    .select(['filer.name as filed_by', 'objections.filed_at'])
    .select(['answers.upheld', 'answers.text as answer', 'answers.corrected_result_id'])
    .select(['answerer.name as answered_by', 'answers.answered_at'])
    .select(['platforms.id as platform_id', 'platforms.name', 'platforms.tier', 'platforms.area_code'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectObjections>['execute']>>[number]

function objectionOf(row: Row): Objection {
  return {
    id: row.id,
    resultId: row.result_id,
    platform: { id: row.platform_id, name: row.name, tier: row.tier, areaCode: row.area_code },
    period: row.period,
    text: row.text,
    by: row.filed_by,
    at: row.filed_at.toISOString(),
    answer:
      row.answered_at === null
        ? null
        : {
            upheld: row.upheld ?? false,
            text: row.answer ?? '',
            correctedResultId: row.corrected_result_id,
            by: row.answered_by ?? '',
            at: row.answered_at.toISOString(),
          },
  }
}

/** Of the platforms of a scope, of one period or all: the open ones first, then the newest. */
export async function listObjections(
  database: Database | Trx,
  scope: PlatformScope,
  period: string | null,
): Promise<Objection[]> {
  const visible = inScope(scope)
  const rows = await selectObjections(database)
    .where((eb: ExpressionBuilder<Tables, 'platforms'>): Expression<SqlBool> => visible(eb))
    .$if(period !== null, (query) => query.where('objections.period', '=', period ?? ''))
    .orderBy((eb) => eb('answers.answered_at', 'is not', null))
    .orderBy('objections.filed_at', 'desc')
    .orderBy('objections.id')
    .execute()
  return rows.map(objectionOf)
}

export async function findObjection(database: Database | Trx, id: string): Promise<Objection | null> {
  const row = await selectObjections(database).where('objections.id', '=', id).executeTakeFirst()
  return row ? objectionOf(row) : null
}

/** Does this result have an objection without an answer? */
export async function hasOpenObjection(database: Database | Trx, resultId: string): Promise<boolean> {
  const row = await selectObjections(database)
    .where('objections.result_id', '=', resultId)
    .where('answers.answered_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function addObjection(
  trx: Trx,
  filed: {
    id: string
    platformId: string
    resultId: string
    period: string
    text: string
    by: string
    at: Date
  },
): Promise<void> {
  await trx
    .insertInto('objections')
    .values({
      platform_id: filed.platformId,
      id: filed.id,
      result_id: filed.resultId,
      period: filed.period,
      text: filed.text,
      filed_by: filed.by,
      filed_at: filed.at,
    })
    .execute()
}

/** Stores the answer; false if somebody else has answered meanwhile. */
export async function addAnswer(
  trx: Trx,
  answer: {
    platformId: string
    objectionId: string
    upheld: boolean
    text: string
    correctedResultId: string | null
    by: string
    at: Date
  },
): Promise<boolean> {
  const made = await trx
    .insertInto('objection_answers')
    .values({
      platform_id: answer.platformId,
      objection_id: answer.objectionId,
      upheld: answer.upheld,
      text: answer.text,
      corrected_result_id: answer.correctedResultId,
      answered_by: answer.by,
      answered_at: answer.at,
    })
    .onConflict((conflict) => conflict.columns(['platform_id', 'objection_id']).doNothing())
    .returning('objection_id')
    .executeTakeFirst()
  return made !== undefined
}
