/** One version of a filing as it was filed, with everything that became of the filing. */
import { filingsContract, Refusal, type FilingContent } from '../../src/shared/contract'
import { bodyOf, countCharacters, withoutCard } from '../../src/shared/filings'
import { action, allows } from '../backend'
import { decidesOn, readContent, readHistory, reviewedAreas } from '../backend/filings'
import { statusOf } from './status'
import { checkPeriod, readableSubject } from './subject'

const lengthOf = (content: FilingContent) =>
  content.kind === 'annual-summary' ? countCharacters(...bodyOf(content.annualSummary)) : null

/** The marks of a county are its own until they are published: its city, which sends the filing on, reads it without (D36). */
const forCity = (content: FilingContent): FilingContent =>
  content.kind === 'self-assessment'
    ? { ...content, selfAssessment: withoutCard(content.selfAssessment) }
    : content

export const filing = action(filingsContract.filing, async (context, input) => {
  const { trx, now, person, memberships } = context
  const { platformId, kind, period } = input
  checkPeriod(kind, period)
  const { createdAt: _, ...platform } = await readableSubject(context, 'filings.filing', platformId, kind)
  const key = { platformId, kind, period }
  const history = await readHistory(trx, key)
  const versions = history.versions.map(({ version, filedAt, by, reason }) => ({
    ...{ version, by, reason },
    filedAt: filedAt.toISOString(),
  }))
  const filed = input.version === null ? versions.at(-1) : versions[input.version - 1]
  const content = filed ? await readContent(trx, key, filed.version) : null
  if (!filed || !content) throw new Refusal('NOT_FOUND', { message: '这一期还没有报送。' })
  const status = statusOf(key, history, now)
  const own = history.versions.at(-1)?.filedBy === person.id
  return {
    platform,
    status,
    filed,
    content: allows(context, 'filings.filing', { platform }) ? content : forCity(content),
    characters: lengthOf(content),
    versions,
    signOffs: history.signOffs.map(({ version, decision, reason, by, at }) => ({
      ...{ version, decision, reason, by },
      at: at.toISOString(),
    })),
    mayDecide:
      !own &&
      (status.state === 'filed' || status.state === 'approved') &&
      allows(context, 'filings.signOff', { platform }) &&
      decidesOn(memberships, platform.areaCode, await reviewedAreas(trx)),
  }
})
