/** Approves several records as declared. Each stands alone, in a transaction of its own; one with signs is refused. */
import { Refusal, type Output, type ParsedInput } from '../../src/shared/contract'
import { transact, type Call } from '../backend'
import { approveSeen } from './approve'
import { signsOfRecords } from '../backend/participations'

type Result = Output<'review', 'approveMany'>['results'][number]

export async function approveMany(
  call: Call,
  { records }: ParsedInput<'review', 'approveMany'>,
): Promise<{ results: Result[] }> {
  const results: Result[] = []
  for (const seen of records) {
    try {
      await transact(call.database, (trx) => {
        const context = { ...call, trx, afterRefusal: () => undefined }
        return approveSeen(
          context,
          'review.approveMany',
          { ...seen, approvedAttendances: null },
          async (record) => {
            const signs = await signsOfRecords(trx, [record])
            if ((signs.get(record.id) ?? []).length > 0) throw new Refusal('HAS_SIGNS')
          },
        )
      })
      results.push({ id: seen.id, approved: true, code: null, message: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      results.push({ id: seen.id, approved: false, code: error.code, message: error.message })
    }
  }
  return { results }
}
