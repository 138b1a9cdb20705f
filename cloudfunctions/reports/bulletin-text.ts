/** What a quarterly bulletin says, made from figures alone. Pure. */
import { spanOf } from '../../src/shared/calendar'
import { exclusionGroundTitles, tierTitles } from '../../src/shared/contract'
import { formatPoints } from '../../src/shared/scoring'
import type { FactWords } from '../backend/results'
import type { Block } from './documents'
import { periodName } from './file-name'
import { dayInWords, momentOf } from './moment'
import { movementText } from './ranking-sheet'
import type { ClassResults, Placed } from './read-class'

/** Columns of work beside the platform's name that a page of A4 holds; more of them are a second table. */
const MOST_FACTS = 7

export function bulletinTitle(period: string): string {
  return `${periodName(period)}中小企业公共服务窗口平台运营情况通报`
}

export function bulletinBlocks(
  period: string,
  classes: readonly ClassResults[],
  published: boolean,
  now: Date,
): Block[] {
  const platforms = classes
    .map((each) => `${tierTitles[each.tier]}平台 ${rankedOf(each).length} 个`)
    .join('、')
  return [
    { kind: 'title', text: bulletinTitle(period) },
    { kind: 'subtitle', text: published ? '已公布' : '未公布,仅供省平台内部核对' },
    { kind: 'heading', text: '一、总体情况' },
    {
      kind: 'text',
      text: `${periodName(period)}(至 ${dayInWords(`${spanOf(period).to}T04:00:00Z`)}),全省参加评价的窗口平台有${platforms}。得分为本年度截至季末的累计得分,工作量为本季度新增。`,
    },
    ...classes.map((each): Block => ({ kind: 'text', text: overviewOf(each) })),
    ...classes.flatMap((each, index): Block[] => [
      { kind: 'heading', text: `${'二三四'.charAt(index)}、${tierTitles[each.tier]}平台` },
      { kind: 'subheading', text: '(一)排名' },
      rankingTable(each),
      { kind: 'note', text: `总分相同的并列,下一名次顺延空出。升降与上一季度的名次相比。${leftOut(each)}` },
      { kind: 'subheading', text: '(二)本季度工作量' },
      ...workTables(each),
      {
        kind: 'note',
        text: '只计参加排名的平台已审核通过的记录和已报送的数据;家次为参与次数,不是企业家数。',
      },
    ]),
    { kind: 'note', text: `生成于 ${momentOf(now)},由系统按已存结果汇总。` },
  ]
}

const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

const rankedOf = ({ rows }: ClassResults) => rows.filter(({ rank }) => rank !== null)

function leftOut({ rows }: ClassResults): string {
  const names = rows.flatMap(({ platform, exclusion }) =>
    exclusion ? [`${platform.name}(${exclusionGroundTitles[exclusion.ground]})`] : [],
  )
  return names.length > 0 ? `不再纳入评价的有:${names.join('、')}。` : ''
}

function overviewOf(results: ClassResults): string {
  const { tier, median } = results
  const rows = rankedOf(results)
  if (rows.length === 0) return `${tierTitles[tier]}平台没有参加排名的。`
  const totals = rows.map(({ total }) => total)
  const best = rows.filter(({ rank }) => rank === 1).map(({ platform }) => platform.name)
  const scores = `${tierTitles[tier]}平台平均 ${formatPoints(average(totals))} 分,中位数 ${formatPoints(median)} 分,最高 ${formatPoints(Math.max(...totals))} 分(${best.join('、')}),最低 ${formatPoints(Math.min(...totals))} 分`
  const work = workOf(results).map((fact) => `${fact.title} ${sumOf(rows, fact)} ${fact.unit}`)
  const climbers = climbersOf(rows)
  return [
    `${scores}。`,
    work.length > 0 ? `本季度各平台合计:${work.join(',')}。` : '本季度没有已审核的工作量。',
    climbers === '' ? '' : `名次上升最多的是${climbers}。`,
  ].join('')
}

/** The facts that are work and that somebody of the class did, in the order of the rubric. */
function workOf(results: ClassResults): FactWords[] {
  const rows = rankedOf(results)
  return results.facts.filter((fact) => fact.isWork && fact.unit !== '' && sumOf(rows, fact) > 0)
}

const sumOf = (rows: readonly Placed[], { name }: FactWords) =>
  rows.reduce((sum, { increment }) => sum + (increment.get(name) ?? 0), 0)

function climbersOf(rows: readonly Placed[]): string {
  const gains = rows.map(({ platform, rank, rankBefore }) => ({
    platform,
    gain: rank !== null && rankBefore !== null ? rankBefore - rank : 0,
  }))
  const most = Math.max(0, ...gains.map(({ gain }) => gain))
  if (most === 0) return ''
  const names = gains.filter(({ gain }) => gain === most).map(({ platform }) => platform.name)
  return `${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}(上升 ${most} 位)`
}

function rankingTable(results: ClassResults): Block {
  const rows = rankedOf(results)
  return {
    kind: 'table',
    columns: [
      { title: '名次', width: 8, align: 'center' },
      { title: '平台', width: 30 },
      { title: '总分', width: 12, align: 'right' },
      ...(rows[0]?.sections ?? []).map(({ short }) => ({ title: short, width: 15, align: 'right' as const })),
      { title: '升降', width: 9, align: 'center' },
    ],
    rows: rows.map(({ rank, platform, total, sections, rankBefore }) => [
      String(rank),
      platform.name,
      formatPoints(total),
      ...sections.map(({ points }) => formatPoints(points)),
      movementText(rank, rankBefore),
    ]),
  }
}

/** All work, in as many tables as a page's width asks for, and of about the same size; of the ranked platforms. */
function workTables(results: ClassResults): Block[] {
  const facts = workOf(results)
  const tables = Math.ceil(facts.length / MOST_FACTS)
  const each = Math.ceil(facts.length / Math.max(1, tables))
  return Array.from({ length: tables }, (_, index) =>
    workTable(rankedOf(results), facts.slice(index * each, (index + 1) * each)),
  )
}

function workTable(rows: readonly Placed[], facts: readonly FactWords[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: '平台', width: 24 },
      ...facts.map(({ title, unit }) => ({
        title: `${title}\n(${unit})`,
        width: 11,
        align: 'right' as const,
      })),
    ],
    rows: [
      ...rows.map(({ platform, increment }) => [
        platform.name,
        ...facts.map(({ name }) => String(increment.get(name) ?? 0)),
      ]),
      ['合计', ...facts.map((fact) => String(sumOf(rows, fact)))],
    ],
    sum: true,
  }
}
