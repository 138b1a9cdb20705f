/** The form of an honour or report. */
import type { HonourPayload } from '../../../shared/records'
import type { FormKind } from '../form-kind'
import { emptyFields, fieldsOf, provisional, readFields, readPayload, type HonourFields } from './fields'
import HonourForm from './form'

export const honourForm: FormKind<HonourFields, HonourPayload> = {
  kind: 'honour',
  title: '荣誉报道',
  empty: emptyFields,
  read: readFields,
  resumes: () => true,
  ofPayload: (payload) => (payload.kind === 'honour' ? fieldsOf(payload) : null),
  payload: readPayload,
  provisional,
  atBest: () => null,
  bestWhen: '',
  lastChoices: () => ({}),
  Form: HonourForm,
}
