/** The form of a financing demand. */
import type { DemandPayload } from '../../../shared/records'
import type { FormKind } from '../form-kind'
import {
  atBest,
  emptyFields,
  fieldsOf,
  lastChoicesOf,
  provisional,
  readFields,
  readPayload,
  type DemandFields,
} from './fields'
import DemandForm from './form'

export const demandForm: FormKind<DemandFields, DemandPayload> = {
  kind: 'demand',
  title: '融资需求',
  empty: emptyFields,
  read: readFields,
  resumes: () => true,
  ofPayload: (payload) => (payload.kind === 'demand' ? fieldsOf(payload) : null),
  payload: readPayload,
  provisional,
  atBest,
  bestWhen: '及时发布后',
  lastChoices: lastChoicesOf,
  Form: DemandForm,
}
