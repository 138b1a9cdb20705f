/**
 * What the caller has entered already: the newest of its kind is theirs and says the same. Then this is a repeat whose
 * first answer was lost; it is answered as the first would have been, and changes nothing.
 */
import type { ExclusionDecision, Objection, ParsedInput } from '../../src/shared/contract'
import type { Trx } from '../backend'
import { findObjection, findResultInForce, listExclusions, type Result } from '../backend/results'

export async function repeatedMark(
  trx: Trx,
  { platformId, year, criterion, points, reason, judge, body }: ParsedInput<'evaluate', 'mark'>,
  by: string,
): Promise<string | null> {
  const own = await trx
    .selectFrom('marks')
    .select(['id', 'points', 'reason', 'body'])
    .where('platform_id', '=', platformId)
    .where('year', '=', year)
    .where('criterion', '=', criterion)
    .where('judge_id', '=', by)
    .where('judge', judge === null ? 'is' : '=', judge)
    .orderBy('marked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return own?.points === points && own.reason === reason && own.body === body ? own.id : null
}

export async function repeatedExclusion(
  trx: Trx,
  { platformId, year, ground, reason, replaces }: ParsedInput<'evaluate', 'exclude'>,
  by: string,
): Promise<ExclusionDecision | null> {
  const [newest] = await listExclusions(trx, year, platformId)
  if (newest?.version !== replaces + 1 || newest.ground !== ground || newest.reason !== reason) return null
  const { decided_by } = await trx
    .selectFrom('exclusions')
    .select('decided_by')
    .where('platform_id', '=', platformId)
    .where('year', '=', year)
    .where('version', '=', newest.version)
    .executeTakeFirstOrThrow()
  return decided_by === by ? newest : null
}

export async function repeatedObjection(
  trx: Trx,
  { resultId, text }: ParsedInput<'evaluate', 'object'>,
  by: string,
): Promise<Objection | null> {
  const newest = await trx
    .selectFrom('objections')
    .select(['id', 'text', 'filed_by'])
    .where('result_id', '=', resultId)
    .orderBy('filed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.filed_by === by && newest.text === text ? findObjection(trx, newest.id) : null
}

export async function isRepeatedAnswer(
  trx: Trx,
  { objectionId, upheld, text, correctedResultId }: ParsedInput<'evaluate', 'answerObjection'>,
  by: string,
): Promise<boolean> {
  const given = await trx
    .selectFrom('objection_answers')
    .select(['upheld', 'text', 'corrected_result_id', 'answered_by'])
    .where('objection_id', '=', objectionId)
    .executeTakeFirst()
  return (
    given?.answered_by === by &&
    given.upheld === upheld &&
    given.text === text &&
    given.corrected_result_id === correctedResultId
  )
}

/** The result that the caller has put in the place of `old` for the same reason, as long as it is in force. */
export async function repeatedCorrection(
  trx: Trx,
  old: Result,
  reason: string,
  by: string,
): Promise<Result | null> {
  const newest = await findResultInForce(trx, old.platform.id, old.period)
  if (newest?.replaces !== old.id || newest.reason !== reason) return null
  const { computed_by } = await trx
    .selectFrom('results')
    .select('computed_by')
    .where('id', '=', newest.id)
    .executeTakeFirstOrThrow()
  return computed_by === by ? newest : null
}
