/** The ranking of a class as a sheet: rank, total, sections, movement. Pure. */
import { exclusionGroundTitles, resultStateTitles, tierTitles } from '../../src/shared/contract'
import { formatPoints } from '../../src/shared/scoring'
import { periodName } from './file-name'
import { momentOf } from './moment'
import type { ClassResults } from './read-class'
import { POINTS, type SheetPlan } from './sheets'

/** `all` is the number of the whole class, of which the caller may see fewer. */
export function rankingSheet(results: ClassResults, all: number, now: Date): SheetPlan {
  const { tier, period, rows, median } = results
  const sections = rows[0]?.sections ?? []
  const hidden = all - rows.length
  return {
    name: '排名',
    title: `${tierTitles[tier]}窗口平台评价排名`,
    notes: [
      `时期:${periodName(period)} · 平台 ${all} 个${median === null ? '' : ` · 中位数 ${formatPoints(median)} 分`} · 生成于 ${momentOf(now)}`,
      ...(hidden > 0
        ? [`结果尚未公布,只列出您可以查看的 ${rows.length} 个平台,其余 ${hidden} 个未列出。`]
        : []),
    ],
    columns: [
      { title: '名次', width: 7, align: 'center' },
      { title: '平台', width: 32 },
      { title: '行政区划', width: 11, align: 'center' },
      { title: '综合得分', width: 11, align: 'right', format: POINTS },
      ...sections.map(({ short, weight }) => ({
        title: `${short}\n(权重 ${Math.round(weight * 100)}%)`,
        width: 16,
        align: 'right' as const,
        format: POINTS,
      })),
      { title: '上期名次', width: 10, align: 'center' },
      { title: '升降', width: 8, align: 'center' },
      { title: '等级', width: 10, align: 'center' },
      { title: '状态', width: 10, align: 'center' },
      { title: '备注', width: 18 },
    ],
    rows: rows.map(({ platform, rank, total, sections: own, rankBefore, grade, state, exclusion }) => [
      rank,
      platform.name,
      platform.areaCode,
      total,
      ...own.map(({ points }) => points),
      rankBefore,
      movementText(rank, rankBefore),
      grade,
      resultStateTitles[state],
      exclusion && `不再纳入评价:${exclusionGroundTitles[exclusion.ground]}`,
    ]),
    filter: true,
  }
}

/** ↑3, ↓1, 持平; — without a rank, or one before. */
export function movementText(rank: number | null, before: number | null): string {
  if (rank === null || before === null) return '—'
  if (before === rank) return '持平'
  return before > rank ? `↑${before - rank}` : `↓${rank - before}`
}
