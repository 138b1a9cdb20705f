/** What lies between a platform and the next better place, and the cheapest way there. */
import { fromFineUnits, toFineUnits, type Advice } from '../../shared/scoring'
import { spanOf } from '../../shared/calendar'
import type { Progress, RankingRow } from '../../shared/contract'
import { gain } from '../../components/figures'

export type NextPlace = { row: RankingRow; gap: number }

/** The nearest row with a strictly higher total (equal totals share a rank), and by how many points. Null at the top. */
export function nextPlace(rows: readonly RankingRow[], mine: RankingRow): NextPlace | null {
  let best: RankingRow | null = null
  for (const row of rows) {
    if (toFineUnits(row.total) <= toFineUnits(mine.total)) continue
    if (best === null || row.total < best.total) best = row
  }
  // Exactly: 80.35 − 78.55 in floating point is less than 1.8, and a step of 1.8 draws level, no more.
  return best && { row: best, gap: fromFineUnits(toFineUnits(best.total) - toFineUnits(mine.total)) }
}

/**
 * In words, how to gain more than `gap` points of the total with the fewest of the next steps; null when the
 * known steps do not reach that far. Steps of different criteria add up; of one criterion the first is taken.
 */
export function wayTo(gap: number, advice: readonly Advice[]): string | null {
  const enough = advice
    .filter((step) => toFineUnits(step.total) > toFineUnits(gap))
    .sort((a, b) => a.amount - b.amount || a.total - b.total)[0]
  if (enough) return `${enough.text}(${gain(enough.total)} 分)即可超过`
  const steps: Advice[] = []
  let sum = 0
  for (const step of [...advice].sort((a, b) => b.total - a.total)) {
    if (steps.some((taken) => taken.criterion === step.criterion)) continue
    steps.push(step)
    sum += step.total
    if (toFineUnits(sum) > toFineUnits(gap))
      return `${steps.map((each) => each.text).join('、')},合计约 ${gain(sum)} 分,即可超过`
  }
  return null
}

const AROUND = 4
const TOP = 3
const FEW = 30

export type Shown = { row: RankingRow; index: number }

/** Of a long list the top, and the neighbourhood of one's own; a short list whole. Between the parts there is a gap in `index`. */
export function shownRows(rows: readonly RankingRow[], mine: string | null, all: boolean): Shown[] {
  const numbered = rows.map((row, index) => ({ row, index }))
  if (all || rows.length <= FEW) return numbered
  const own = rows.findIndex((row) => row.platform.id === mine)
  if (own < 0) return numbered.slice(0, FEW)
  return numbered.filter(({ index }) => index < TOP || Math.abs(index - own) <= AROUND)
}

/** The next steps start from today: they say nothing of the gap in an earlier period, only in the latest of this year. */
export function isCurrent(period: string, { asOf, standing }: Pick<Progress, 'asOf' | 'standing'>): boolean {
  if (!standing || asOf.slice(0, 4) !== period.slice(0, 4)) return false
  return spanOf(period).to === spanOf(standing.period).to
}
