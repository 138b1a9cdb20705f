/** The form of a service activity, begun as any activity, as a matching event or as a visit. */
import type { ActivityCategory, ActivityPayload } from '../../../shared/records'
import type { FormKind, FormProps } from '../form-kind'
import {
  atBest,
  emptyFields,
  fieldsOf,
  lastChoicesOf,
  provisional,
  readFields,
  readPayload,
  resumesIn,
  type ActivityFields,
} from './fields'
import ActivityForm from './form'

type Start = {
  title: string
  /** Chosen already. */
  category: ActivityCategory | null
  /** Offered; null for all. */
  categories: readonly ActivityCategory[] | null
}

/** A visit is the platform's own; at an event it may be one of several roles. */
function beginWith(category: ActivityCategory | null, fields: ActivityFields): ActivityFields {
  return { ...fields, category, role: category === 'visit' ? (fields.role ?? 'host') : fields.role }
}

function activityFormFrom({ title, category, categories }: Start): FormKind<ActivityFields, ActivityPayload> {
  return {
    kind: 'activity',
    title,
    empty: (now, last) => beginWith(category, emptyFields(now, last)),
    read: readFields,
    resumes: (kept) => resumesIn(categories, category, kept),
    ofPayload: (payload) => (payload.kind === 'activity' ? fieldsOf(payload) : null),
    payload: readPayload,
    provisional,
    atBest,
    bestWhen: '发布并补齐材料后',
    lastChoices: lastChoicesOf,
    Form: (props: FormProps<ActivityFields>) => <ActivityForm {...props} categories={categories} />,
  }
}

export const activityForm = activityFormFrom({ title: '记一笔', category: null, categories: null })
export const matchingForm = activityFormFrom({ title: '贷款对接', category: 'matching', categories: null })
export const visitForm = activityFormFrom({
  title: '走访',
  category: 'visit',
  categories: ['visit', 'park'],
})
