/** Objections to published results: filed by the platform's manager within the publicity, answered by the province. */
import { randomUUID } from 'node:crypto'
import { shanghaiDate } from '../../src/shared/calendar'
import { evaluateContract, Refusal, type Objection } from '../../src/shared/contract'
import { action, allow, appendAudit, findPlatform, scopeOf, type Trx } from '../backend'
import {
  addAnswer,
  addObjection,
  findObjection,
  findPublication,
  findResult,
  hasOpenObjection,
  listObjections,
  lockResult,
} from '../backend/results'
import { isRepeatedAnswer, repeatedObjection } from './repeated'

export const object = action(evaluateContract.object, async (context, input) => {
  const { resultId, text } = input
  const { trx, now, person } = context
  // Locked, so that a second tap finds the first objection.
  const result = await lockResult(trx, resultId)
  allow(context, 'evaluate.object', { platform: result?.platform ?? null })
  if (!result) throw new Refusal('NOT_FOUND')
  const repeated = await repeatedObjection(trx, input, person.id)
  if (repeated) return repeated
  const { platform, period, state } = result
  const publication = await findPublication(trx, period, now)
  if (state !== 'published' || !publication) {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '这项结果没有公布或已被更正,不能对它提出异议。' })
  }
  if (shanghaiDate(now) > publication.publicityUntil) throw new Refusal('OBJECTION_CLOSED')
  if (await hasOpenObjection(trx, resultId)) {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '您的平台已对这项结果提出异议,请等待答复。' })
  }
  const id = randomUUID()
  await addObjection(trx, { id, platformId: platform.id, resultId, period, text, by: person.id, at: now })
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'evaluate.object',
    platformId: platform.id,
    subject: resultId,
    reason: text,
    details: { objection: id, period },
  })
  return known(trx, id)
})

export const objections = action(evaluateContract.objections, async (context, { platformId, period }) => {
  const { trx } = context
  if (platformId === null) {
    const scope = scopeOf(context, 'evaluate.objections')
    return { objections: await listObjections(trx, scope, period) }
  }
  const platform = await findPlatform(trx, platformId)
  allow(context, 'evaluate.objections', { platform })
  const scope = { all: false, platformIds: [platformId], areaPrefixes: [] }
  return { objections: await listObjections(trx, scope, period) }
})

export const answerObjection = action(evaluateContract.answerObjection, async (context, input) => {
  const { objectionId, upheld, text, correctedResultId } = input
  const { trx, now, person } = context
  const objection = await findObjection(trx, objectionId)
  allow(context, 'evaluate.answerObjection', { platform: objection?.platform ?? null })
  if (!objection) throw new Refusal('NOT_FOUND')
  const repeated = () => isRepeatedAnswer(trx, input, person.id)
  if (await repeated()) return objection
  if (correctedResultId !== null) await checkCorrection(trx, objection, upheld, correctedResultId)
  const platformId = objection.platform.id
  const answer = { platformId, objectionId, upheld, text, correctedResultId, by: person.id, at: now }
  if (!(await addAnswer(trx, answer))) {
    if (await repeated()) return known(trx, objectionId)
    throw new Refusal('STATE_NOT_POSSIBLE', { message: '这条异议已有答复,没有改动。' })
  }
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'evaluate.answerObjection',
    platformId,
    subject: objection.resultId,
    toState: upheld ? 'upheld' : 'dismissed',
    reason: text,
    details: { objection: objectionId, correctedResultId },
  })
  return known(trx, objectionId)
})

/** Only an objection that is upheld has a correction: the result now in force in the place of the one objected to. */
async function checkCorrection(
  trx: Trx,
  objection: Objection,
  upheld: boolean,
  correctedResultId: string,
): Promise<void> {
  const refuse = (message: string) => new Refusal('INVALID_INPUT', { fields: { correctedResultId: message } })
  if (!upheld) throw refuse('异议不成立时没有更正结果')
  const corrected = await findResult(trx, correctedResultId)
  const inPlace =
    corrected?.platform.id === objection.platform.id &&
    corrected.period === objection.period &&
    corrected.state === 'published' &&
    corrected.id !== objection.resultId
  if (!inPlace) throw refuse('不是这一平台这一期现行的更正结果')
}

async function known(trx: Trx, id: string): Promise<Objection> {
  const objection = await findObjection(trx, id)
  if (!objection) throw new Error('an objection vanished while being made')
  return objection
}
