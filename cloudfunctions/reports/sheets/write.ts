/**
 * From plans to the bytes of an Excel file, A4 landscape, one page wide, the head on every page. Every text goes
 * into the table of shared strings, where it is text whatever it begins with: nothing a person typed becomes a
 * formula.
 */
import type { CellStyle, WriteSheet } from 'hucre'
import { cellText } from '../plain-text'
import { heightOf } from './height'
import type { Column, SheetPlan } from './plan'

const side = { style: 'thin', color: { rgb: 'A6B0AA' } } as const
const border = { top: side, right: side, bottom: side, left: side }
const font = { name: '宋体', size: 10 }

const titleStyle: CellStyle = {
  font: { ...font, size: 16, bold: true },
  alignment: { horizontal: 'center', vertical: 'center' },
}
const noteStyle: CellStyle = {
  font: { ...font, color: { rgb: '5A635E' } },
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
}
const headStyle: CellStyle = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E3EEE8' } },
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}

/** Points. */
const TITLE_HEIGHT = 34

function bodyStyle({ align = 'left', format }: Column): CellStyle {
  return {
    font,
    border,
    alignment: { horizontal: align, vertical: 'center', wrapText: true },
    ...(format === undefined ? {} : { numFmt: format }),
  }
}

function sheetOf(plan: SheetPlan): WriteSheet {
  const { columns, notes, rows, footnotes = [] } = plan
  const head = notes.length + 1
  const body = head + 1
  const foot = body + rows.length
  const last = columns.length - 1
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  const style = (row: number, column: number, of: CellStyle) => cells.set(`${row},${column}`, { style: of })
  style(0, 0, titleStyle)
  notes.forEach((_, index) => style(index + 1, 0, noteStyle))
  footnotes.forEach((_, index) => style(foot + index, 0, noteStyle))
  columns.forEach((column, index) => {
    style(head, index, headStyle)
    for (const sum of plan.sums ?? []) {
      const plain = bodyStyle(column)
      style(body + sum, index, { ...plain, font: { ...font, bold: true }, fill: headStyle.fill })
    }
  })
  return {
    name: plan.name,
    columns: columns.map((column) => ({ width: column.width, style: bodyStyle(column) })),
    rows: [
      [cellText(plan.title)],
      ...notes.map((note) => [cellText(note)]),
      columns.map(({ title }) => title),
      ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell))),
      ...footnotes.map((note) => [cellText(note)]),
    ],
    cells,
    rowDefs: new Map(heightsOf(plan).map((height, row) => [row, { height }])),
    merges: [
      ...[0, ...notes.map((_, index) => index + 1), ...footnotes.map((_, index) => foot + index)].map(
        (row) => ({
          ...{ startRow: row, endRow: row, startCol: 0, endCol: last },
        }),
      ),
      ...(plan.merges ?? []).map(({ fromRow, toRow, fromColumn, toColumn }) => ({
        ...{ startRow: body + fromRow, endRow: body + toRow, startCol: fromColumn, endCol: toColumn },
      })),
    ],
    freezePane: { rows: body },
    ...(plan.filter && rows.length > 0
      ? { autoFilter: { range: `A${head + 1}:${letterOf(last)}${body + rows.length}` } }
      : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${head + 1}:$${head + 1}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页,共 &N 页' },
  }
}

/** Of all rows, from the title on. */
function heightsOf({ notes, columns, rows, footnotes = [] }: SheetPlan): number[] {
  // A note runs over all columns.
  const whole = [{ title: '', width: columns.reduce((sum, { width }) => sum + width, 0) }]
  const head = columns.map(({ title }) => title)
  return [
    TITLE_HEIGHT,
    ...notes.map((note) => heightOf([note], whole)),
    heightOf(head, columns),
    ...rows.map((row) => heightOf(row, columns)),
    ...footnotes.map((note) => heightOf([note], whole)),
  ]
}

/** Of a column, from 0; our tables end before AA. */
const letterOf = (column: number) => String.fromCharCode(65 + column)

export async function writeWorkbook(plans: readonly SheetPlan[], now: Date): Promise<Uint8Array> {
  // Loaded when a file is asked for: starting the function must not wait for it.
  const { writeXlsx } = await import('hucre')
  return writeXlsx({ sheets: plans.map(sheetOf), properties: { creator: '窗口考评', created: now } })
}
