/** What a form for one kind of record gives: its fields, the record made of them, and its drawing. */
import type { ComponentType } from 'react'
import type { RecordKind, RecordPayload } from '../../shared/records'

export type Choices = Readonly<Record<string, string>>
export type Messages = Readonly<Record<string, string>>

export type FormProps<Fields> = {
  recordId: string
  fields: Fields
  /** Messages by field, once the person has tried to save. */
  errors: Messages
  onChange: (fields: Fields) => void
}

export type FormKind<Fields, Payload extends RecordPayload> = {
  kind: RecordKind
  /** What the screen is called while a new one is made. */
  title: string
  empty: (now: Date, last: Choices) => Fields
  /** The fields of a draft; what cannot be read falls back to `empty`. */
  read: (kept: Readonly<Record<string, unknown>>, empty: Fields) => Fields
  /** Is this unfinished draft of the kind one to go on with here? */
  resumes: (kept: Readonly<Record<string, unknown>>) => boolean
  ofPayload: (payload: RecordPayload) => Fields | null
  payload: (fields: Fields) => { payload: Payload; errors: null } | { payload: null; errors: Messages }
  /** The record as far as it counts, to tell its worth while it is being filled in. */
  provisional: (fields: Fields) => Payload | null
  /** The same with everything done that it can still gain by; null where nothing is left to do. */
  atBest: (payload: Payload, now: Date) => Payload | null
  /** When that would be: 发布并补齐材料后. */
  bestWhen: string
  lastChoices: (fields: Fields) => Choices
  Form: ComponentType<FormProps<Fields>>
}
