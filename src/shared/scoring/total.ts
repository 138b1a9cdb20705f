// The total alone, exactly: for advice, which asks for many totals and needs no card.
import { plus, times, wholeUnits, type Points, type Values } from '../rubric'
import type { CompiledRubric } from './compile'

/** The total as a whole number of 1e-8 point; open and not-scorable criteria count as 0. */
export function totalOf(compiled: CompiledRubric, values: Values): number {
  let total: Points = 0
  for (const section of compiled.sections) {
    for (const indicator of section.indicators) {
      for (const criterion of indicator.criteria) {
        const { points } = criterion.run(values)
        if (points !== null) total = plus(total, times(points, indicator.weight))
      }
    }
  }
  return wholeUnits(total)
}
