/**
 * Approves several records with their preset 家次. Each stands alone, in a transaction of its own; one with risk flags is
 * refused.
 * Where the database fails midway, the answer still says what became of those before.
 */
import {
  errors,
  isSameApproval,
  Refusal,
  summariseApproval,
  type ApprovalSummary,
  type Output,
  type ParsedInput,
} from '../../src/shared/contract'
import { needsReason } from '../../src/shared/records'
import {
  allows,
  findStoredRecord,
  isUnavailable,
  listPayloads,
  transact,
  type Call,
  type Locked,
  type Trx,
} from '../backend'
import { approveSeen } from './approve'
import { countFlags, flagOutdated } from '../backend/flags'
import { presetOfStored } from './preset'

type Result = Output<'review', 'approveMany'>['results'][number]

export async function approveMany(
  call: Call,
  { records, expected }: ParsedInput<'review', 'approveMany'>,
): Promise<{ results: Result[] }> {
  if (expected) await refuseUnlessExpected(call, records, expected)
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
          { ...seen, approvedAttendances: null, reason: '' },
          async (record) => {
            await flagOutdated(trx, [record])
            if ((await countFlags(trx, record)) > 0) throw new Refusal('HAS_SIGNS')
            return presetOf(trx, record)
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

/** Before anything is approved: are these records, as they stand, what the reviewer was told? */
async function refuseUnlessExpected(
  call: Call,
  seen: ParsedInput<'review', 'approveMany'>['records'],
  expected: ApprovalSummary,
): Promise<void> {
  const records = await listPayloads(
    call.database,
    seen.map(({ id }) => id),
  )
  const visible = records.filter(({ platform }) => allows(call, 'review.approveMany', { platform }))
  if (!isSameApproval(summariseApproval(visible), expected)) throw new Refusal('APPROVAL_CHANGED')
}

/** Refuses what cannot be approved unopened: nobody known, or more than was declared. */
async function presetOf(trx: Trx, { id, payload }: Locked): Promise<number | null> {
  if (payload.kind !== 'activity') return null
  const stored = await findStoredRecord(trx, id)
  const preset = stored ? presetOfStored(stored) : null
  if (preset === null || preset === 0) throw new Refusal('NO_ATTENDANCES')
  if (needsReason(payload.attendances, preset)) throw new Refusal('HAS_SIGNS', { message: TOO_MANY })
  return preset
}

const TOO_MANY = '已登记的企业多于申报家次，请打开这条记录写明原因后通过。'
const notTried = '服务暂时不可用,还没有处理这一条。请稍后再试。'
