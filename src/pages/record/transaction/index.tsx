/** The form of an online transaction. */
import type { TransactionPayload } from '../../../shared/records'
import type { FormKind } from '../form-kind'
import {
  atBest,
  emptyFields,
  fieldsOf,
  lastChoicesOf,
  provisional,
  readFields,
  readPayload,
  type TransactionFields,
} from './fields'
import TransactionForm from './form'

export const transactionForm: FormKind<TransactionFields, TransactionPayload> = {
  kind: 'transaction',
  title: '线上交易',
  empty: emptyFields,
  read: readFields,
  resumes: () => true,
  ofPayload: (payload) => (payload.kind === 'transaction' ? fieldsOf(payload) : null),
  payload: readPayload,
  provisional,
  atBest,
  bestWhen: '双方确认后',
  lastChoices: lastChoicesOf,
  Form: TransactionForm,
}
