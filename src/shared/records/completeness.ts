/**
 * 完整服务活动 (rules.md G16, open-questions.md D13): announcement, participants, record of what
 * happened and result. Approval is the fifth condition and is the reviewer's, not the form's.
 */
import type { ActivityCategory } from './countable'
import { isBlank } from './text'
import { activityTextTitles } from './titles'

export type CompletenessItem = {
  id: 'announcement' | 'participants' | 'record' | 'outcome'
  title: string
  done: boolean
}

/** What of an activity decides it. */
type Evidence = {
  category: ActivityCategory | null
  announcement: string
  attendances: number
  summary: string
  outcome: string
  photos: readonly unknown[]
}

/** The check list of an activity, in the order in which a form asks for it. */
export function completenessOf(activity: Evidence): CompletenessItem[] {
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

export function isComplete(activity: Evidence): boolean {
  return completenessOf(activity).every((item) => item.done)
}
