/** Filing a version: what monthly reports, self-assessments and annual summaries have in common. */
import { Refusal, type FilingContent, type FilingStatus } from '../../src/shared/contract'
import { refusesFiling } from '../../src/shared/filings'
import { canonicalJson, isBlank } from '../../src/shared/records'
import { appendAudit, takeChanges, type Context } from '../backend'
import { addVersion, readContent, readHistory } from '../backend/filings'
import { settleMonthly } from './settle-monthly'
import { lifeOf, statusOf } from './status'

export type Filing = {
  platformId: string
  period: string
  content: FilingContent
  replaces: number
  reason: string
}

const messages = {
  'not-yet': '还没有到可以报送的时间。',
  closed: '这一期已过补正期限。如需更正,请由当地工信部门退回后再报。',
}

/** The caller has asked the policies and checked the content. The same content again is a repeat whose first answer was lost. */
export async function fileVersion(context: Context, filing: Filing): Promise<FilingStatus> {
  const { trx, person, now } = context
  const { platformId, period, content, replaces, reason } = filing
  const { kind } = content
  const key = { platformId, kind, period }
  await takeChanges(trx, platformId, 0)
  const before = await readHistory(trx, key)
  const newest = before.versions.at(-1)
  const status = statusOf(key, before, now)
  if (newest && newest.filedBy === person.id && status.state !== 'refused') {
    const filed = await readContent(trx, key, newest.version)
    if (canonicalJson(filed) === canonicalJson(content)) return status
  }
  const version = newest?.version ?? 0
  if (replaces !== version) {
    throw new Refusal('REVISION_CONFLICT', { message: '这一期刚有新的报送,请看过后再报。' })
  }
  const refused = refusesFiling(kind, period, lifeOf(before), now.toISOString())
  if (refused) throw new Refusal('STATE_NOT_POSSIBLE', { message: messages[refused] })
  const afterDue = now.toISOString() > status.dueAt
  if (version > 0 && afterDue && isBlank(reason)) throw new Refusal('REASON_REQUIRED')

  await addVersion(trx, key, { version: version + 1, content, reason, by: person.id, at: now })
  const after = await readHistory(trx, key)
  if (kind === 'monthly') await settleMonthly(trx, platformId, period, after)
  const filed = statusOf(key, after, now)
  await appendAudit(trx, {
    at: now,
    personId: person.id,
    action: 'filings.file',
    platformId,
    subject: `${platformId}/${kind}/${period}`,
    revision: version + 1,
    fromState: status.state,
    toState: filed.state,
    reason,
    details: { late: filed.late },
  })
  return filed
}
