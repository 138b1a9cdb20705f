/** The columns of the ledger that come from the fields of a kind of record. Pure. */
import {
  linesOf,
  plainStyle,
  recordKinds,
  valueAt,
  type RecordField,
  type RecordKind,
  type RecordPayload,
} from '../../src/shared/records'
import { shanghaiDate, shanghaiTime } from '../../src/shared/calendar'
import { momentOf } from './moment'
import type { Cell, Column } from './sheets'

/** One column and the fields that stand in it, one below the other. */
export type RecordColumn = { column: Column; fields: readonly RecordField[]; labelled: boolean }

/** Day and times below each other, as the column is narrow. */
const sheetStyle = {
  ...plainStyle,
  span: (startsAt: string, endsAt: string) => {
    const last = shanghaiDate(endsAt) === shanghaiDate(startsAt) ? shanghaiTime(endsAt) : momentOf(endsAt)
    return `${shanghaiDate(startsAt)}\n${shanghaiTime(startsAt)}–${last}`
  },
}

/** In the order of the kind; a field without a column of its own stands in that of the field before it. */
export function columnsOf(kind: RecordKind): RecordColumn[] {
  const columns: (RecordColumn & { fields: RecordField[] })[] = []
  for (const field of recordKinds[kind].fields) {
    const last = columns.at(-1)
    if (field.column) {
      const { labelled = false, ...column } = field.column
      columns.push({ column, fields: [field], labelled })
    } else last?.fields.push(field)
  }
  return columns
}

/** What a record has in a column: a number where one stands alone, else text; null for nothing. */
export function cellOf(payload: RecordPayload, { fields, labelled }: RecordColumn): Cell {
  const [first, ...others] = fields
  if (first && others.length === 0) {
    const number = numberOf(payload, first)
    if (number !== undefined) return number
  }
  const lines = linesOf(payload, sheetStyle)
    .filter(({ field, isUsual }) => fields.includes(field) && !isUsual)
    .map(({ label, value, field }) => (field === first && !labelled ? value : `${label}：${value}`))
  return lines.length > 0 ? lines.join('\n') : null
}

function numberOf(payload: RecordPayload, field: RecordField): number | null | undefined {
  const value = valueAt(payload, field.path)
  if (field.format.as === 'number') return typeof value === 'number' ? value : null
  // Those that are marked as something are said in words.
  if (field.format.as === 'photos' && Array.isArray(value)) {
    return value.some((photo) => valueAt(photo, 'role') !== undefined) ? undefined : value.length
  }
  return undefined
}
