/** How high a row must be. Excel fits rows by itself, LibreOffice and phones do not: so each row says it. Pure. */
import type { Cell, Column } from './plan'

/** Points of a line of size 10, and of the space above and below. */
const LINE = 13.5
const SPACE = 4.5
/** Longer texts are whole in their cell, but not seen at once; a page holds several records still. */
const MOST_LINES = 14

/** In points. */
export function heightOf(row: readonly Cell[], columns: readonly Column[]): number {
  let lines = 1
  row.forEach((cell, index) => {
    if (typeof cell === 'string') lines = Math.max(lines, linesOf(cell, columns[index]?.width ?? 10))
  })
  return Math.min(lines, MOST_LINES) * LINE + SPACE
}

/** A Chinese character is as wide as two figures; a little of the column is its margin. */
function linesOf(text: string, width: number): number {
  const room = Math.max(2, width - 1.2)
  let lines = 0
  for (const part of text.split('\n')) {
    let used = 0
    for (const character of part.slice(0, 2_000)) used += character > '\u2000' ? 2 : 1.05
    lines += Math.max(1, Math.ceil(used / room))
  }
  return lines
}
