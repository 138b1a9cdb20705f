/** The warning where a figure and single records say the same thing: the evaluation adds them (A14). */
import { grouped } from '../../components/figures'

type Figure = { unit: string; recorded: number }

/** 逐笔记录 12 笔(含待审核),月报 30 笔,评价时相加为 42 笔; null where only one of them says something. */
export function countedTwice({ unit, recorded }: Figure, value: number | null): string | null {
  if (value === null || value === 0 || recorded === 0) return null
  const number = (of: number) => `${grouped(of)} ${unit}`
  return `逐笔记录 ${number(recorded)}(含待审核),月报 ${number(value)},评价时相加为 ${number(recorded + value)}`
}
