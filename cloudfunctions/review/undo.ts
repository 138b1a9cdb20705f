/**
 * Takes back a decision that the caller has just made: the record stands again as it did before, and the audit log
 * has both. Each record of a batch stands alone, in a transaction of its own.
 */
import { errors, Refusal, type Output, type ParsedInput } from '../../src/shared/contract'
import { serverStateSchema, UNDO_SECONDS } from '../../src/shared/records'
import {
  appendAudit,
  isUnavailable,
  listDeeds,
  takeBackDecision,
  transact,
  type Call,
  type Context,
} from '../backend'
import { lockSeen } from './decision'

type Result = Output<'review', 'undo'>['results'][number]

export async function undo(
  call: Call,
  { records }: ParsedInput<'review', 'undo'>,
): Promise<{ results: Result[] }> {
  const results: Result[] = []
  for (const [index, seen] of records.entries()) {
    try {
      await transact(call.database, (trx) => undoOne({ ...call, trx, afterRefusal: () => undefined }, seen))
      results.push({ id: seen.id, undone: true, code: null, message: null })
    } catch (error) {
      const refusal = error instanceof Refusal ? error : null
      // Nothing was taken back yet: the caller may try all of it again.
      if (!refusal && (index === 0 || isUnavailable(error))) throw error
      if (!refusal) call.report(error)
      const { code, message } = refusal ?? { code: 'INTERNAL', message: errors.INTERNAL.message }
      results.push({ id: seen.id, undone: false, code, message })
    }
  }
  return { results }
}

async function undoOne(context: Context, seen: { id: string; revision: number }): Promise<void> {
  const { trx, person, now } = context
  const record = await lockSeen(context, 'review.undo', seen)
  const last = (await listDeeds(trx, record.id)).at(-1)
  // The first answer was lost: it is undone already.
  if (last?.action === 'undo' && last.personId === person.id) return
  const isDecision = last?.action === 'approve' || last?.action === 'return'
  if (!last || !isDecision || last.personId !== person.id || last.before === null) {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: notYours })
  }
  if (now.getTime() - last.at.getTime() > UNDO_SECONDS * 1000) {
    throw new Refusal('STATE_NOT_POSSIBLE', { message: tooLate })
  }
  const state = serverStateSchema.parse(last.fromState)
  await takeBackDecision(trx, record, state, last.before)
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'undo',
    platformId: record.platformId,
    subject: record.id,
    revision: record.revision,
    fromState: record.state,
    toState: state,
    reason: null,
  })
}

const notYours = '这条记录在您决定之后又有变化，不能撤销。请刷新后再看。'
const tooLate = `已超过 ${UNDO_SECONDS} 秒，不能撤销，原来的决定有效。需要更正时请退回这条记录。`
