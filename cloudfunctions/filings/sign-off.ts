/** 审定: the platform's own department approves a filing, or sends it back with the reason. Silence is not approval (D30). */
import { filingsContract, Refusal, type FilingStatus, type ParsedInput } from '../../src/shared/contract'
import { filingTitle } from '../../src/shared/filings'
import { isBlank } from '../../src/shared/records'
import { allow, appendAudit, batchAction, takeChanges, transact, type Call, type Trx } from '../backend'
import {
  addSignOff,
  decidesOn,
  readHistory,
  recipientOf,
  reviewedAreas,
  type Recipient,
  type StoredHistory,
} from '../backend/filings'
import { tell, type Messages } from './messages'
import { settleMonthly } from './settle-monthly'
import { statusOf } from './status'
import { checkPeriod, findPlatformSince } from './subject'

type Input = ParsedInput<'filings', 'signOff'>
type Decided = { status: FilingStatus; filer: Recipient | null }

export function signOff({ templates, send }: Messages) {
  return batchAction(filingsContract.signOff, async (call, input) => {
    const { database, now } = call
    const { status, filer } = await transact(database, (trx) => decide(trx, call, input))
    const { platformId, kind, period, version, decision, reason } = input
    // After the decision stands, and with no lock held.
    if (filer && templates.decision !== null) {
      await tell(
        { database, send, now },
        filer,
        `decision/${platformId}/${kind}/${period}/${version}/${decision}`,
        {
          templateId: templates.decision,
          page: 'pages/filings/index',
          values: {
            thing1: filingTitle(kind, period),
            phrase2: decision === 'approve' ? '已审定' : '被退回',
            thing3: reason === '' ? '请在小程序中查看' : reason,
          },
        },
      )
    }
    return status
  })
}

/** The filer is named only when the decision is news. */
async function decide(trx: Trx, call: Call, input: Input): Promise<Decided> {
  const { person, now } = call
  const { platformId, kind, period, version, decision, reason } = input
  checkPeriod(kind, period)
  const platform = await findPlatformSince(trx, platformId)
  allow(call, 'filings.signOff', { platform })
  if (!platform) throw new Refusal('NOT_FOUND')
  if (!decidesOn(call.memberships, platform.areaCode, await reviewedAreas(trx)))
    throw new Refusal('NOT_ALLOWED')
  const key = { platformId, kind, period }
  await takeChanges(trx, platformId, 0)
  const before = await readHistory(trx, key)
  const newest = before.versions.at(-1)
  if (!newest) throw new Refusal('NOT_FOUND')
  if (newest.version !== version) {
    throw new Refusal('REVISION_CONFLICT', { message: '这一期刚有新的报送,请看过新的内容再决定。' })
  }
  if (newest.filedBy === person.id) {
    throw new Refusal('OWN_RECORD', { message: '不能审定自己报送的内容,请由另一位审核人处理。' })
  }
  if (decision === 'refuse' && isBlank(reason)) throw new Refusal('REASON_REQUIRED')
  const earlier = before.signOffs.filter((each) => each.version === version)
  if (isRepeat(earlier, person.id, decision, reason))
    return { status: statusOf(key, before, now), filer: null }
  const { state } = statusOf(key, before, now)
  if (state !== 'filed' && !(state === 'approved' && decision === 'refuse'))
    throw new Refusal('STATE_NOT_POSSIBLE')

  await addSignOff(trx, key, {
    version,
    number: earlier.length + 1,
    decision,
    reason,
    by: person.id,
    at: now,
  })
  const after = await readHistory(trx, key)
  if (kind === 'monthly') await settleMonthly(trx, platformId, period, after)
  const status = statusOf(key, after, now)
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'filings.signOff',
    platformId,
    subject: `${platformId}/${kind}/${period}`,
    revision: version,
    fromState: state,
    toState: status.state,
    reason,
  })
  return { status, filer: await recipientOf(trx, newest.filedBy) }
}

/** The same decision again by the same person: its first answer was lost. */
function isRepeat(
  earlier: StoredHistory['signOffs'],
  personId: string,
  decision: Input['decision'],
  reason: string,
): boolean {
  const last = earlier.at(-1)
  return last?.decidedBy === personId && last.decision === decision && last.reason === reason
}
