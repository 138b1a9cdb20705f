/**
 * 完整服务活动 (rules.md G16, open-questions.md D13): announcement, participants, record of what
 * happened and result. Approval is the fifth condition and is the reviewer's, not the form's.
 */
import type { ActivityPayload } from './payload'

export type CompletenessItem = {
  id: 'announcement' | 'participants' | 'record' | 'outcome'
  title: string
  done: boolean
}

/** The check list of an activity, in the order in which a form asks for it. */
export function completenessOf(
  activity: Pick<ActivityPayload, 'announcement' | 'attendances' | 'summary' | 'outcome' | 'photos'>,
): CompletenessItem[] {
  return [
    { id: 'announcement', title: '通知或方案', done: activity.announcement.trim() !== '' },
    { id: 'participants', title: '参与企业', done: activity.attendances > 0 },
    {
      id: 'record',
      title: '照片或活动纪要',
      done: activity.photos.length > 0 || activity.summary.trim() !== '',
    },
    { id: 'outcome', title: '成效或反馈', done: activity.outcome.trim() !== '' },
  ]
}

export function isComplete(activity: Parameters<typeof completenessOf>[0]): boolean {
  return completenessOf(activity).every((item) => item.done)
}
