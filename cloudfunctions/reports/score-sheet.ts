/** The score table in the form of the annex: section › indicator › criterion, each point with its arithmetic and clause. Pure. */
import { resultStateTitles } from '../../src/shared/contract'
import { branchesOf, formatPointsShort, type CardNode, type CardSection } from '../../src/shared/scoring'
import type { SettingWords } from '../backend/results'
import { periodName } from './file-name'
import { dayInWords, momentOf } from './moment'
import type { Score } from './read-score'
import { POINTS, type Cell, type Column, type Merge, type SheetPlan } from './sheets'

const statusWords = { counted: '', open: '待补', 'not-scorable': '不可计分' }

export function scoreSheet({ platform, result, card, rubric, own }: Score): SheetPlan {
  const ownPoints = own && new Map(own.rows.map((row) => [row.criterion, row.own]))
  const ownColumn: Column[] = own ? [{ title: '自评得分', width: 9, align: 'right', format: POINTS }] : []
  const ownCell = (value: Cell) => (own ? [value] : [])
  const shared = sharedStart(
    card.nodes.filter(({ isGroup }) => !isGroup).map(({ clause }) => clause.split(BETWEEN)),
  )
  const rows: Cell[][] = []
  const merges: Merge[] = []
  const sums: number[] = []
  let sectionStart = 0
  let indicatorStart = 0
  const mergeColumn = (fromRow: number, column: number) => {
    const toRow = rows.length - 1
    if (toRow > fromRow) merges.push({ fromRow, toRow, fromColumn: column, toColumn: column })
  }

  const criterionRow = (section: CardSection, indicator: CardNode, node: CardNode, title: Cell) =>
    rows.push([
      rows.length === sectionStart ? sectionName(section) : null,
      rows.length === indicatorStart ? indicatorName(indicator) : null,
      title,
      node.max,
      node.rule,
      ...ownCell(ownPoints?.get(node.id) ?? null),
      node.points ?? statusWords[node.status],
      node.why,
      node.clause.split(BETWEEN).slice(shared.length).join(BETWEEN),
    ])

  for (const section of card.sections) {
    sectionStart = rows.length
    for (const { node, criteria } of branchesOf(card, section.id)) {
      indicatorStart = rows.length
      if (criteria.length === 0) {
        criterionRow(section, node, node, null)
        merges.push({ fromRow: indicatorStart, toRow: indicatorStart, fromColumn: 1, toColumn: 2 })
        continue
      }
      for (const criterion of criteria) criterionRow(section, node, criterion, criterion.title)
      mergeColumn(indicatorStart, 1)
    }
    mergeColumn(sectionStart, 0)
    sums.push(rows.length)
    const weighted = `加权 ${formatPointsShort(section.weighted)} 分`
    rows.push([
      `${section.short}小计`,
      null,
      null,
      section.max,
      null,
      ...ownCell(null),
      section.points,
      weighted,
      null,
    ])
    merges.push({ fromRow: rows.length - 1, toRow: rows.length - 1, fromColumn: 0, toColumn: 2 })
  }
  sums.push(rows.length)
  const open = card.open.length > 0 ? `${card.open.length} 项待补或不可计分,按 0 分计入` : null
  rows.push(['总分', null, null, card.max, null, ...ownCell(own?.ownTotal ?? null), card.total, open, null])
  merges.push({ fromRow: rows.length - 1, toRow: rows.length - 1, fromColumn: 0, toColumn: 2 })

  return {
    name: '评分表',
    title: rubric.table,
    notes: [
      `${platform.name} · 考评期:${periodName(result.period)} · 结果:${resultStateTitles[result.state]} · 计算于 ${momentOf(result.computedAt)}`,
      ...(shared.length > 0 ? [`依据:${shared.join(BETWEEN)}`] : []),
      `评价指标体系 ${result.rubricId} ${result.rubricVersion} · 数据摘要 ${result.digest.slice(0, 16)}`,
    ],
    columns: [
      { title: '一级指标', width: 14, align: 'center' },
      { title: '二级指标', width: 14, align: 'center' },
      { title: '三级指标', width: 18 },
      { title: '分值', width: 7, align: 'right' },
      { title: '评分标准', width: 44 },
      ...ownColumn,
      { title: '考评得分', width: 9, align: 'right', format: POINTS },
      { title: '得分依据', width: 38 },
      { title: '条款出处', width: 24 },
    ],
    rows,
    merges,
    sums,
    footnotes: [[footnoteOf(rubric.period, card), ...(rubric.settings ?? []).map(settingNote)].join('\n')],
  }
}

/** As below the annex, in few words: the days, and by what the action is judged that the annex itself gives no rules for. */
function footnoteOf({ from, to }: Score['rubric']['period'], { sections }: Score['card']): string {
  const days = `注:考评期为 ${dayInWords(`${from}T04:00:00Z`)}至 ${dayInWords(`${to}T04:00:00Z`)}。`
  return sections.some(({ title }) => title.includes('智赋万企'))
    ? `${days}“智赋万企”行动的三级指标由评定人按该行动的评议考核办法给分。`
    : days
}

/** A reading in force, with its reason. */
function settingNote({ title, chosen, why }: SettingWords): string {
  return `口径：${title}——${chosen}（理由：${why}）`
}

/** What a clause is made of: document, table, row. */
const BETWEEN = ' · '

/** The parts that all have at their start, but for the last part of each: said once above the table. */
function sharedStart(lists: readonly string[][]): string[] {
  const [first = []] = lists
  const differs = first.findIndex((part, at) =>
    lists.some((list) => at >= list.length - 1 || list[at] !== part),
  )
  return first.slice(0, differs === -1 ? 0 : differs)
}

const sectionName = ({ title, max, weight }: CardSection) =>
  `${title}\n(${formatPointsShort(max)} 分,权重 ${Math.round(weight * 100)}%)`

const indicatorName = ({ title, max }: CardNode) => `${title}\n(${formatPointsShort(max)} 分)`
