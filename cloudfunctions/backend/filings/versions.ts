/** What a version of a filing says, and adding versions, decisions and forwards. All of it is append-only. */
import type { FilingContent } from '../../../src/shared/contract'
import {
  annualSummaryContent,
  monthlyContent,
  selfAssessmentContent,
  type FilingKind,
} from '../../../src/shared/filings'
import type { Database, Trx } from '../database'
import type { FilingKey } from './histories'

function contentOf(kind: FilingKind, stored: unknown): FilingContent {
  switch (kind) {
    case 'monthly':
      return { kind, monthly: monthlyContent.parse(stored) }
    case 'self-assessment':
      return { kind, selfAssessment: selfAssessmentContent.parse(stored) }
    case 'annual-summary':
      return { kind, annualSummary: annualSummaryContent.parse(stored) }
  }
}

function storedForm(content: FilingContent): unknown {
  switch (content.kind) {
    case 'monthly':
      return content.monthly
    case 'self-assessment':
      return content.selfAssessment
    case 'annual-summary':
      return content.annualSummary
  }
}

/** The content of a version; null if there is none. */
export async function readContent(
  database: Database | Trx,
  { platformId, kind, period }: FilingKey,
  version: number,
): Promise<FilingContent | null> {
  const row = await database
    .selectFrom('filings')
    .select('content')
    .where('platform_id', '=', platformId)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? contentOf(kind, row.content) : null
}

type Deed = { version: number; by: string; at: Date }

/** Hold the platform's changes: the version is the one after the newest. */
export async function addVersion(
  trx: Trx,
  { platformId, period }: FilingKey,
  { version, by, at, content, reason }: Deed & { content: FilingContent; reason: string },
): Promise<void> {
  await trx
    .insertInto('filings')
    .values({
      platform_id: platformId,
      kind: content.kind,
      period,
      version,
      content: JSON.stringify(storedForm(content)),
      reason,
      filed_by: by,
      filed_at: at,
    })
    .execute()
}

/** `number` counts the decisions on the version from 1. */
export async function addSignOff(
  trx: Trx,
  { platformId, kind, period }: FilingKey,
  { version, by, at, ...rest }: Deed & { number: number; decision: 'approve' | 'refuse'; reason: string },
): Promise<void> {
  await trx
    .insertInto('filing_sign_offs')
    .values({
      ...{ platform_id: platformId, kind, period, version },
      ...rest,
      decided_by: by,
      decided_at: at,
    })
    .execute()
}

export async function addForward(
  trx: Trx,
  { platformId, kind, period }: FilingKey,
  { version, by, at, throughPlatformId }: Deed & { throughPlatformId: string },
): Promise<void> {
  await trx
    .insertInto('filing_forwards')
    .values({
      ...{ platform_id: platformId, kind, period, version },
      through_platform_id: throughPlatformId,
      forwarded_by: by,
      forwarded_at: at,
    })
    .execute()
}
