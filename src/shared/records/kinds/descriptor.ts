/**
 * What the product knows of a kind of record, in one place. Forms, details, history, 复制为文字, the ledger, the
 * evidence pack and the differences that a reviewer sees are all made from it. The type of `fields` follows the schema,
 * so that the compiler refuses a kind in which a field has no label or no format.
 */
import type { z } from 'zod'
import type { ChoiceList } from '../choices'
import type { CompletenessView } from '../completeness'
import type { CountableRecord } from '../countable'
import type { Photo } from './parts'

/** How a value of a field is written. */
export type Format =
  | { as: 'text' }
  /** Several lines, below its label. */
  | { as: 'long-text' }
  | { as: 'credit-code' }
  | { as: 'choice'; list: ChoiceList }
  | { as: 'choices'; list: ChoiceList }
  /** An instant. */
  | { as: 'moment' }
  /** `YYYY-MM-DD` */
  | { as: 'day' }
  | { as: 'number'; unit: string }
  | { as: 'yes-no'; yes: string; no: string }
  /** A list of photos, written as their number. */
  | { as: 'photos' }

/** A column of the ledger. Widths are in characters. */
export type FieldColumn = {
  title: string
  width: number
  align?: 'left' | 'center' | 'right'
  /** The first field is written with its label too; those that join the column always are. */
  labelled?: true
}

/** What a form says at a field. */
export type Ask = {
  /** In place of the field's label, as a switch reads. */
  label?: string
  placeholder?: string
  /** Below the field; of a switch while it is off. */
  hint?: string
  /** The longest text, in characters. */
  most?: number
  required?: true
  /** The payload leaves it out while it is empty. */
  optional?: true
  /** The next form begins with what was chosen in this one. */
  remembered?: true
}

export type Field<Payload, Shape extends Format = Format> = {
  label: string
  /** The label in this record, where it differs from record to record. */
  labelOf?(payload: Payload): string
  format: Shape
  /** Its column of the ledger; without one it joins the column of the field before it, on a line of its own. */
  column?: FieldColumn
  /** Pages of a record show it in their head or beside its participants or photos, not among the details. */
  inHead?: true
  /** What is written while there is no value; else the field is left out. */
  unset?: string
  /** The value that most records have, as raw text: details and ledger leave it out. */
  usual?: string
  /** What its form asks; a form of its own may ask otherwise. */
  ask?: Ask
  /** It may lie in the future, as the end of a term does. */
  mayLieAhead?: true
  /** The field before it is the beginning of a span of time that ends with this one; both are written under `spanLabel`. */
  spanLabel?: string
}

type Written<As extends Format['as']> = Extract<Format, { as: As }>

type FormatOf<Value> = Value extends boolean
  ? Written<'yes-no'>
  : Value extends number
    ? Written<'number'>
    : Value extends readonly Photo[]
      ? Written<'photos'>
      : Value extends readonly unknown[]
        ? Written<'choices'>
        : Written<'text' | 'long-text' | 'credit-code' | 'choice' | 'moment' | 'day'>

type EntryOf<Value, Payload> = Value extends readonly unknown[]
  ? Field<Payload, FormatOf<Value>>
  : Value extends object
    ? FieldsOf<Value, Payload>
    : Field<Payload, FormatOf<Value>>

/** One field for each property of a payload, nested as the payload is. */
export type FieldsOf<Part, Payload = Part> = {
  readonly [Key in Exclude<keyof Part, 'kind'>]-?: EntryOf<NonNullable<Part[Key]>, Payload>
}

/** A field and where in the payload its value lies, such as `enterprise.name`. */
export type PlacedField<Payload> = Field<Payload> & { path: string }

/** What scoring has besides the payload. */
export type CountableBase = {
  id: string
  date: string
  /** The day on which the back end first got it, where a rubric counts by that (G8). */
  entered?: string
  approved: boolean
}

/**
 * Its functions take the payload of their own kind: they are reached through `kindOf(payload)`, which looks the kind up
 * by the payload itself. (They are methods, so that the compiler lets the four stand in one table.)
 */
export type RecordKindDescriptor<Payload> = {
  /** 服务活动 */
  title: string
  schema: z.ZodType<Payload>
  /** How 记一笔 offers it; a kind with several starts names them there. */
  start?: { title: string; note: string }
  /** What its form promises, where it has none of its own. */
  form?: {
    /** When a record that counts for nothing yet would count: 双方确认后. */
    bestWhen: string
    /** The record with everything done that it can still gain by; null where nothing is left to do. */
    atBest(payload: Payload, now: Date): Payload | null
  }
  fields: readonly PlacedField<Payload>[]
  /** What lists and messages call a record. */
  titleOf(payload: Payload): string
  /** What it is, more exactly than the title of the kind where there is more to say: 贷款对接活动. */
  subjectOf(payload: Payload): string
  /** The day of the act, `YYYY-MM-DD` in Asia/Shanghai: it alone decides the period (G8). */
  dateOfAct(payload: Payload): string
  photosOf(payload: Payload): Photo[]
  /** The row that scoring reads; the view has the 家次 that the reviewer approved, null for the declared ones. */
  countable(payload: Payload, base: CountableBase, view: CompletenessView): CountableRecord
}

type Definition<Payload> = Omit<RecordKindDescriptor<Payload>, 'fields' | 'subjectOf' | 'photosOf'> &
  Partial<Pick<RecordKindDescriptor<Payload>, 'subjectOf' | 'photosOf'>> & {
    fields: FieldsOf<Payload> & Tree<Payload>
  }

export function describeKind<Payload>({
  fields,
  ...definition
}: Definition<Payload>): RecordKindDescriptor<Payload> {
  return {
    subjectOf: () => definition.title,
    photosOf: () => [],
    ...definition,
    fields: placedFields(fields),
  }
}

type Tree<Payload> = { readonly [key: string]: Field<Payload> | Tree<Payload> }

function placedFields<Payload>(fields: Tree<Payload>, prefix = ''): PlacedField<Payload>[] {
  return Object.entries(fields).flatMap(([key, entry]) => {
    const path = `${prefix}${key}`
    return isField(entry) ? [{ ...entry, path }] : placedFields(entry, `${path}.`)
  })
}

function isField<Payload>(entry: Field<Payload> | Tree<Payload>): entry is Field<Payload> {
  return typeof entry.label === 'string'
}
