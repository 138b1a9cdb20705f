/** The newest version of an annual filing, with who filed it and what became of it. */
import { Refusal, type FilingContent, type Platform } from '../../src/shared/contract'
import { filingStateTitles, type FilingKind } from '../../src/shared/filings'
import type { Trx } from '../backend'
import { readContent, readHistory } from '../backend/filings'
import { momentOf } from './moment'

export type Filing = {
  platform: Platform
  year: string
  filedAt: Date
  content: FilingContent
  /** When it was filed, which version it is, and whether it was signed off (审定), in a line. */
  standing: string
}

/** Refuses with NOT_FOUND while nothing is filed: a file of what was only prefilled would pass for a filing. */
export async function readFiling(
  trx: Trx,
  platform: Platform,
  kind: FilingKind,
  year: string,
): Promise<Filing> {
  const key = { platformId: platform.id, kind, period: year }
  const { versions, signOffs } = await readHistory(trx, key)
  const newest = versions.at(-1)
  const content = newest ? await readContent(trx, key, newest.version) : null
  if (!newest || !content) throw new Refusal('NOT_FOUND', { message: '这一年还没有报送,请先报送再导出。' })
  const decided = signOffs.filter(({ version }) => version === newest.version).at(-1)
  const state = decided ? (decided.decision === 'approve' ? 'approved' : 'refused') : 'filed'
  const by = decided?.decision === 'approve' ? `(${decided.by},${momentOf(decided.at)})` : ''
  const filed = `报送于 ${momentOf(newest.filedAt)},第 ${newest.version} 版`
  return {
    platform,
    year,
    filedAt: newest.filedAt,
    content,
    standing: `${filed},${filingStateTitles[state]}${by}`,
  }
}
