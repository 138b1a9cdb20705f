/**
 * 完整服务活动 (rules.md G16, open-questions.md D13): announcement, participants, record of what
 * happened and result. Approval is the fifth condition and is the reviewer's, not the form's.
 */
import type { ActivityCategory } from './countable'
import type { ActivityPayload } from './payload'
import { isBlank } from './text'
import { activityTextTitles } from './titles'

export type CompletenessItem = {
  id: 'announcement' | 'participants' | 'record' | 'outcome'
  title: string
  done: boolean
}

/** The check list of an activity, in the order in which a form asks for it. */
export function completenessOf(
  activity: Pick<ActivityPayload, 'announcement' | 'attendances' | 'summary' | 'outcome' | 'photos'> & {
    category: ActivityCategory | null
  },
): CompletenessItem[] {
  const titles = activityTextTitles(activity.category)
  return [
    { id: 'announcement', title: titles.announcement, done: !isBlank(activity.announcement) },
    { id: 'participants', title: '参与企业', done: activity.attendances > 0 },
    {
      id: 'record',
      title: `照片或${titles.summary}`,
      done: activity.photos.length > 0 || !isBlank(activity.summary),
    },
    { id: 'outcome', title: titles.outcome, done: !isBlank(activity.outcome) },
  ]
}

export function isComplete(activity: Parameters<typeof completenessOf>[0]): boolean {
  return completenessOf(activity).every((item) => item.done)
}
