/**
 * What a person entered, as lines of label and value: on screens, in 复制为文字, in files and in the history of
 * changes. A value is first raw text, as the wire carries it, and then written in the style of its reader.
 */
import { shanghaiDate, shanghaiTime } from '../calendar'
import { choiceTitle } from './choices'
import {
  kindOf,
  recordKinds,
  type Format,
  type RecordField,
  type RecordKind,
  type RecordPayload,
} from './kinds'

/** How one reader writes what can be written in several ways. */
export type Style = {
  moment: (instant: string) => string
  span: (startsAt: string, endsAt: string) => string
  day: (date: string) => string
  /** Of the raw text of a number. */
  number: (digits: string) => string
  creditCode: (code: string) => string
}

const moment = (instant: string) => `${shanghaiDate(instant)} ${shanghaiTime(instant)}`
const asItIs = (raw: string) => raw

/** In full, for texts that leave the product: 2023-06-20 10:00. */
export const plainStyle: Style = {
  moment,
  span: (startsAt, endsAt) => `${moment(startsAt)} 至 ${moment(endsAt)}`,
  day: asItIs,
  number: asItIs,
  creditCode: asItIs,
}

export type Line = {
  label: string
  value: string
  field: RecordField
  /** It has the value that most records have. */
  isUsual: boolean
}

/** The fields of a record that have a value, in the order of its kind. */
export function linesOf(payload: RecordPayload, style: Style): Line[] {
  const { fields } = kindOf(payload)
  return fields.flatMap((field, index): Line[] => {
    if (field.spanLabel) return []
    const raw = rawText(payload, field)
    const isUsual = raw === field.usual
    const next = fields[index + 1]
    if (next?.spanLabel) {
      return [{ label: next.spanLabel, value: style.span(raw, rawText(payload, next)), field, isUsual }]
    }
    const label = field.labelOf?.(payload) ?? field.label
    const value = raw === '' ? (field.unset ?? '') : written(raw, field.format, style)
    return value === '' ? [] : [{ label, value, field, isUsual }]
  })
}

/** The raw text of a field: empty for none, `true`, `12.5`, an instant, a list joined by 、, photos by their number. */
export function rawText(
  payload: RecordPayload,
  { path, format }: Pick<RecordField, 'path' | 'format'>,
): string {
  const value = valueAt(payload, path)
  if (value === null || value === undefined) return ''
  if (!Array.isArray(value)) return String(value)
  return format.as === 'photos' ? photosText(value) : value.join('、')
}

/** 7 张, and how many of them are marked as sign-in sheets (D18). */
function photosText(photos: readonly unknown[]): string {
  const sheets = photos.filter((photo) => valueAt(photo, 'role') === 'sign-in-sheet').length
  return sheets === 0 ? `${photos.length} 张` : `${photos.length} 张，其中签到表 ${sheets} 张`
}

/** What lies at a path of the payload; undefined where nothing does. */
export function valueAt(payload: unknown, path: string): unknown {
  let value = payload
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([name]) => name === key)?.[1]
  }
  return value
}

/** The field at a path, such as `enterprise.name`; undefined where the kind has none. */
export function fieldAt(kind: RecordKind, path: string): RecordField | undefined {
  return recordKinds[kind].fields.find((field) => field.path === path)
}

/** Raw text in the style of its reader; text that this version cannot read stands as it is. */
export function written(raw: string, format: Format, style: Style): string {
  switch (format.as) {
    case 'text':
    case 'long-text':
    case 'photos':
      return raw
    case 'credit-code':
      return style.creditCode(raw)
    case 'choice':
      return choiceTitle(format.list, raw)
    case 'choices':
      return raw
        .split('、')
        .map((each) => choiceTitle(format.list, each))
        .join('、')
    case 'moment':
      return style.moment(raw)
    case 'day':
      return style.day(raw)
    case 'number':
      return `${style.number(raw)} ${format.unit}`
    case 'yes-no':
      return raw === 'true' ? format.yes : raw === 'false' ? format.no : raw
  }
}
