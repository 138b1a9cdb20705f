/** The result in force of a platform and period, with its card, and the own points of the year. */
import { periodKind } from '../../src/shared/calendar'
import type { Platform } from '../../src/shared/contract'
import type { ShownSelfAssessment } from '../../src/shared/filings'
import { readCard, type Card } from '../../src/shared/scoring'
import type { Trx } from '../backend'
import { readContent, readHistory } from '../backend/filings'
import { cardOf, findResultInForce, rubricWordsOf, type Result, type RubricWords } from '../backend/results'

export type Score = {
  platform: Platform
  result: Result
  card: Card
  /** What the rubric calls its table, the days that it is for, and its readings in force. */
  rubric: Pick<RubricWords, 'table' | 'period'> & Partial<Pick<RubricWords, 'settings'>>
  /** As last filed; null where none was, and for a month or quarter, of which nobody assesses himself. */
  own: ShownSelfAssessment | null
}

/** Null while the period has no result. */
export async function readScore(trx: Trx, platform: Platform, period: string): Promise<Score | null> {
  const result = await findResultInForce(trx, platform.id, period)
  if (!result) return null
  const card = readCard(await cardOf(trx, result.id))
  if (!card) throw new Error('a stored card is no card')
  const rubric = await rubricWordsOf(trx, result.rubricId, result.rubricVersion)
  const own = periodKind(period) === 'year' ? await readOwn(trx, platform.id, period) : null
  return { platform, result, card, rubric, own }
}

async function readOwn(trx: Trx, platformId: string, period: string): Promise<ShownSelfAssessment | null> {
  const key = { platformId, kind: 'self-assessment' as const, period }
  const newest = (await readHistory(trx, key)).versions.at(-1)
  const content = newest ? await readContent(trx, key, newest.version) : null
  return content?.kind === 'self-assessment' ? content.selfAssessment : null
}
