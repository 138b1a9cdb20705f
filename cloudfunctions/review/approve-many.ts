/**
 * Approves several records as declared. Each stands alone, in a transaction of its own; one with risk flags is refused.
 * Where the database fails midway, the answer still says what became of those before.
 */
import { errors, Refusal, type Output, type ParsedInput } from '../../src/shared/contract'
import { isUnavailable, transact, type Call } from '../backend'
import { approveSeen } from './approve'
import { countFlags, flagOutdated } from '../backend/flags'

type Result = Output<'review', 'approveMany'>['results'][number]

export async function approveMany(
  call: Call,
  { records }: ParsedInput<'review', 'approveMany'>,
): Promise<{ results: Result[] }> {
  const results: Result[] = []
  const refuse = (id: string, { code, message }: Pick<Refusal, 'code' | 'message'>) =>
    results.push({ id, approved: false, code, message })
  for (const [index, seen] of records.entries()) {
    try {
      await transact(call.database, (trx) => {
        const context = { ...call, trx, afterRefusal: () => undefined }
        return approveSeen(
          context,
          'review.approveMany',
          { ...seen, approvedAttendances: null },
          async (record) => {
            await flagOutdated(trx, [record])
            if ((await countFlags(trx, record)) > 0) throw new Refusal('HAS_SIGNS')
          },
        )
      })
      results.push({ id: seen.id, approved: true, code: null, message: null })
    } catch (error) {
      if (error instanceof Refusal) {
        refuse(seen.id, error)
        continue
      }
      if (index === 0) throw error
      call.report(error)
      if (!isUnavailable(error)) {
        refuse(seen.id, { code: 'INTERNAL', message: errors.INTERNAL.message })
        continue
      }
      // Whether this one was approved is not known: its answer may be lost. Those after it were not tried.
      refuse(seen.id, { code: 'UNAVAILABLE', message: errors.UNAVAILABLE.message })
      for (const { id } of records.slice(index + 1)) refuse(id, { code: 'UNAVAILABLE', message: notTried })
      break
    }
  }
  return { results }
}

const notTried = '服务暂时不可用,还没有处理这一条。请稍后再试。'
