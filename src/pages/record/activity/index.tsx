/** The form of a service activity. A form of another kind is another folder with the same door. */
import type { ActivityPayload } from '../../../shared/records'
import type { FormKind } from '../form-kind'
import {
  atBest,
  emptyFields,
  fieldsOf,
  lastChoicesOf,
  provisional,
  readFields,
  readPayload,
  type ActivityFields,
} from './fields'
import ActivityForm from './form'

export const activityForm: FormKind<ActivityFields, ActivityPayload> = {
  kind: 'activity',
  empty: emptyFields,
  read: readFields,
  ofPayload: (payload) => (payload.kind === 'activity' ? fieldsOf(payload) : null),
  payload: readPayload,
  provisional,
  atBest,
  lastChoices: lastChoicesOf,
  Form: ActivityForm,
}
