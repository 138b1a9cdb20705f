// The grade: a veto first, then the bands of the rubric, or cut lines that the province has entered (D2).
import type { Values } from '../rubric'
import type { CompiledRubric } from './compile'
import { formatPointsShort, toFineUnits, toHundredth } from './format'

/** One line: this grade from that total on. */
export interface Cut {
  readonly grade: string
  readonly from: number
}

export interface Graded {
  readonly grade: string | null
  readonly gradeWhy: string
}

/** @param total in points, exact to 1e-8 @param open how many criteria are not counted */
export function gradeOf(
  compiled: CompiledRubric,
  values: Values,
  total: number,
  open: number,
  cuts: readonly Cut[] | undefined,
): Graded {
  for (const veto of compiled.vetoes) {
    const known = veto.slots.every((index) => values[index] !== undefined)
    if (known && veto.holds(values)) return { grade: veto.grade, gradeWhy: veto.why }
  }
  const bands = cuts ?? compiled.rubric.grades?.bands ?? []
  if (bands.length === 0) return { grade: null, gradeWhy: '尚未设定等级分数线' }
  if (open > 0) return { grade: null, gradeWhy: `尚有 ${open} 项待补,暂不评定等级` }
  const graded = compiled.rubric.rounding === 'graded-total' ? toHundredth(total) : total
  let best: Cut | undefined
  for (const band of bands) {
    const reached = toFineUnits(graded) >= toFineUnits(band.from)
    if (reached && (!best || band.from > best.from)) best = band
  }
  if (!best) return { grade: null, gradeWhy: '低于最低一档分数线' }
  return { grade: best.grade, gradeWhy: `总分 ${formatPointsShort(total)},达到 ${best.from} 分` }
}
