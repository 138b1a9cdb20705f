/** The annual summary: its outline prefilled from the data, and filing it. Its length is shown, never a barrier (D37). */
import { filingsContract } from '../../src/shared/contract'
import { prefilledSummary, summaryTitle } from '../../src/shared/filings'
import { action } from '../backend'
import { campaignWorkOf, readContent, readHistory } from '../backend/filings'
import { cardOfYear } from './card-of-year'
import { fileVersion } from './file-version'
import { statusOf } from './status'
import { ownSubject, rubricOf } from './subject'

const kind = 'annual-summary' as const

export const annualSummary = action(filingsContract.annualSummary, async (context, { platformId, year }) => {
  const { trx, now } = context
  const subject = await ownSubject(context, 'filings.annualSummary', platformId)
  const { createdAt: _, ...platform } = subject
  const { rubric, card, facts } = await cardOfYear(trx, subject, year, now)
  const prefilled = prefilledSummary(rubric, card, facts, await campaignWorkOf(trx, platform.id, year))
  const key = { platformId: platform.id, kind, period: year }
  const history = await readHistory(trx, key)
  const newest = history.versions.at(-1)
  const content = newest ? await readContent(trx, key, newest.version) : null
  const filed = content?.kind === kind ? content.annualSummary : null
  return {
    platform,
    status: statusOf(key, history, now),
    content: filed ?? {
      title: summaryTitle(platform.name, year),
      parts: prefilled,
      problems: [],
      attachments: '',
    },
    prefilled,
  }
})

export const fileAnnualSummary = action(filingsContract.fileAnnualSummary, async (context, input) => {
  const { platformId, year, replaces, reason, ...written } = input
  const subject = await ownSubject(context, 'filings.fileAnnualSummary', platformId)
  await rubricOf(context.trx, subject, year)
  return fileVersion(context, {
    platformId: subject.id,
    period: year,
    content: { kind, annualSummary: written },
    replaces,
    reason,
  })
})
