/** What asks for attention in a row of the overview, and the rows in the order and choice that were asked for. Pure. */
import { count } from '../../components/figures'
import { guessedDays, type Outlier, type OverviewRow, type Tier } from '../../shared/contract'

export type Concern = { tone: 'red' | 'amber'; text: string }
export type Filter = 'all' | 'report' | 'overdue' | 'signed' | 'outlier'
export type Sort = 'attention' | 'total' | 'waiting' | 'area'

export const filterTitles: Record<Filter, string> = {
  all: '全部',
  report: '月报',
  overdue: '超期',
  signed: '留意',
  outlier: '异常',
}
export const sortTitles: Record<Sort, string> = {
  attention: '先看要关注的',
  total: '总分从高到低',
  waiting: '待审核从多到少',
  area: '按地区',
}

export const outlierTitles: Record<Outlier, string> = {
  'total-low': '总分偏低',
  'total-high': '总分偏高',
  'attendances-low': '家次偏少',
  'attendances-high': '家次偏多',
}

export function concernsOf({ report, overdue, filingsOverdue, signed, outliers }: OverviewRow): Concern[] {
  return [
    ...(report === 'missing' ? [{ tone: 'red' as const, text: '缺报' }] : []),
    ...(report === 'late' ? [{ tone: 'amber' as const, text: '晚报' }] : []),
    ...(overdue > 0 ? [{ tone: 'amber' as const, text: `审核超期 ${overdue}` }] : []),
    ...(filingsOverdue > 0 ? [{ tone: 'amber' as const, text: `审定超期 ${filingsOverdue}` }] : []),
    ...(signed > 0 ? [{ tone: 'amber' as const, text: `留意 ${signed}` }] : []),
    ...outliers.map((outlier) => ({ tone: 'amber' as const, text: outlierTitles[outlier] })),
  ]
}

/** What is said of attempts with codes of no activity; empty when there is nothing to say. */
export function guessedText(guessed: number | null): string {
  if (guessed === null || guessed === 0) return ''
  return `近 ${guessedDays} 天有 ${count(guessed, '次')}扫码用了不属于任何活动的码,可能有人在试码`
}

export function passes(row: OverviewRow, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'report':
      return row.report === 'missing' || row.report === 'late'
    case 'overdue':
      return row.overdue + row.filingsOverdue > 0
    case 'signed':
      return row.signed > 0
    case 'outlier':
      return row.outliers.length > 0
  }
}

export type Wish = { words: string; tier: Tier | 'all'; filter: Filter; sort: Sort }
export const everything: Wish = { words: '', tier: 'all', filter: 'all', sort: 'attention' }

/** The rows wished for; rows come in the order of their areas, and equals stay in it. */
export function arranged(rows: readonly OverviewRow[], { words, tier, filter, sort }: Wish): OverviewRow[] {
  const part = words.trim()
  const found = rows.filter(
    (row) =>
      (tier === 'all' || row.platform.tier === tier) &&
      row.platform.name.includes(part) &&
      passes(row, filter),
  )
  return sort === 'area' ? found : found.sort((a, b) => weight(b, sort) - weight(a, sort))
}

function weight(row: OverviewRow, sort: Exclude<Sort, 'area'>): number {
  switch (sort) {
    case 'attention':
      return concernsOf(row).reduce((sum, { tone }) => sum + (tone === 'red' ? 2 : 1), 0)
    case 'total':
      return row.result?.total ?? -1
    case 'waiting':
      return row.waiting + row.filingsWaiting
  }
}
