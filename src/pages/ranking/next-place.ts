/** What lies between a platform and the next better place, and the cheapest way there. */
import { toFineUnits, type Advice } from '../../shared/scoring'
import type { RankingRow } from '../../shared/contract'
import { gain } from '../../components/figures'

export type NextPlace = { row: RankingRow; gap: number }

/** The nearest row with a strictly higher total (equal totals share a rank), and by how many points. Null at the top. */
export function nextPlace(rows: readonly RankingRow[], mine: RankingRow): NextPlace | null {
  let best: RankingRow | null = null
  for (const row of rows) {
    if (toFineUnits(row.total) <= toFineUnits(mine.total)) continue
    if (best === null || row.total < best.total) best = row
  }
  return best && { row: best, gap: best.total - mine.total }
}

/**
 * In words, how to gain more than `gap` points of the total with the fewest of the next steps; null when the
 * known steps do not reach that far. Steps of different criteria add up; of one criterion the first is taken.
 */
export function wayTo(gap: number, advice: readonly Advice[]): string | null {
  const enough = advice
    .filter((step) => step.total > gap)
    .sort((a, b) => a.amount - b.amount || a.total - b.total)[0]
  if (enough) return `${enough.text}(${gain(enough.total)})即可超过`
  const steps: Advice[] = []
  let sum = 0
  for (const step of [...advice].sort((a, b) => b.total - a.total)) {
    if (steps.some((taken) => taken.criterion === step.criterion)) continue
    steps.push(step)
    sum += step.total
    if (sum > gap) return `${steps.map((each) => each.text).join('、')},合计约 ${gain(sum)},即可超过`
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
