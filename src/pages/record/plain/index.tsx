/** The form of a kind that needs none of its own. */
import { kindOf, recordKinds, type RecordKind, type RecordPayload } from '../../../shared/records'
import type { FormKind } from '../form-kind'
import {
  emptyFields,
  fieldsOf,
  lastChoicesOf,
  provisional,
  readFields,
  readPayload,
  type PlainFields,
} from './fields'
import PlainForm from './form'

/** The same one each time: another component would forget what the person is typing. */
const made = new Map<RecordKind, FormKind<PlainFields, RecordPayload>>()

export function plainForm(kind: RecordKind): FormKind<PlainFields, RecordPayload> {
  const form = made.get(kind) ?? formOf(kind)
  made.set(kind, form)
  return form
}

function formOf(kind: RecordKind): FormKind<PlainFields, RecordPayload> {
  const { title, form } = recordKinds[kind]
  return {
    kind,
    title,
    empty: (now, last) => emptyFields(kind, now, last),
    read: (kept, empty) => readFields(kind, kept, empty),
    resumes: () => true,
    ofPayload: (payload) => (payload.kind === kind ? fieldsOf(payload) : null),
    payload: (fields) => readPayload(kind, fields),
    provisional: (fields) => provisional(kind, fields),
    atBest: (payload, now) => kindOf(payload).form?.atBest(payload, now) ?? null,
    bestWhen: form?.bestWhen ?? '',
    lastChoices: (fields) => lastChoicesOf(kind, fields),
    Form: (props) => <PlainForm {...props} kind={kind} />,
  }
}
