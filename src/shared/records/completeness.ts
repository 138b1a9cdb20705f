/**
 * 完整服务活动 (G16, D13, D18, D49): announcement, participants, record of what
 * happened and result. Approval is the fifth condition and is the reviewer's, not the form's.
 */
import { z } from 'zod'
import type { ActivityCategory } from './countable'
import { limits } from './limits'
import { isBlank } from './text'
import { activityTextTitles } from './titles'

/**
 * What a rubric asks of a complete activity. `photos`: `named` takes a photo that the record names, `arrived` only
 * one that the store has. `summary`: characters of a summary that stands for photos. `participants`: `typed` takes the
 * declared number whatever was approved, `counted` the number that counts, `known` somebody who confirmed, was scanned
 * or entered, or an arrived photo of the sign-in sheet; the last two are not met where 0 was approved.
 */
export const completenessShape = z.strictObject({
  photos: z.enum(['named', 'arrived']),
  summary: z.int().min(1).max(limits.textLength),
  participants: z.enum(['typed', 'counted', 'known']),
})
export type CompletenessRule = z.infer<typeof completenessShape>

/** The rule of the documents that state none. */
export const earlierCompleteness: CompletenessRule = { photos: 'named', summary: 1, participants: 'typed' }
export const completenessSchema = completenessShape.default(earlierCompleteness)
/** The network's own words, for a day that no document of the class covers (D49, D50). */
export const networkCompleteness: CompletenessRule = { photos: 'arrived', summary: 20, participants: 'known' }

/** What stands behind an activity beyond what was typed. */
export type Evidence = {
  /** Photos of the newest revision that have arrived, and those that could not be looked at yet. */
  arrivedPhotos: number
  uncheckedPhotos: number
  /** An arrived photo is marked 签到表 (D18). */
  signInSheet: boolean
  /** Enterprises that confirmed, were scanned or entered. */
  participants: number
}
export const noEvidence: Evidence = {
  arrivedPhotos: 0,
  uncheckedPhotos: 0,
  signInSheet: false,
  participants: 0,
}

export type CompletenessItem = {
  id: 'announcement' | 'participants' | 'record' | 'outcome'
  title: string
  done: boolean
  /** Nothing is missing: a photo has only not been looked at yet. */
  unchecked?: boolean
}

/** What was typed of an activity, as far as it decides. */
type Activity = {
  category: ActivityCategory | null
  announcement: string
  attendances: number
  summary: string
  outcome: string
  photos: readonly unknown[]
}

/** How an activity is looked at: by which rule, with what behind it, and the 家次 that a reviewer approved. */
export type CompletenessView = {
  rule: CompletenessRule
  evidence: Evidence
  approvedAttendances?: number | null
}
const asTyped: CompletenessView = { rule: earlierCompleteness, evidence: noEvidence }

/** The check list of an activity, in the order in which a form asks for it. */
export function completenessOf(activity: Activity, view: CompletenessView = asTyped): CompletenessItem[] {
  const { rule, evidence } = view
  const titles = activityTextTitles(activity.category)
  const hasRecord = hasPhoto(activity, view) || isSummarised(activity.summary, rule)
  return [
    { id: 'announcement', title: titles.announcement, done: !isBlank(activity.announcement) },
    {
      id: 'participants',
      title: rule.participants === 'known' ? '参与企业（扫码、登记或签到表照片）' : '参与企业',
      done: hasParticipants(activity, view),
    },
    {
      id: 'record',
      title: `照片或${titles.summary}${rule.summary > 1 ? `（至少 ${rule.summary} 字）` : ''}`,
      done: hasRecord,
      ...(!hasRecord && evidence.uncheckedPhotos > 0 ? { unchecked: true } : {}),
    },
    { id: 'outcome', title: titles.outcome, done: !isBlank(activity.outcome) },
  ]
}

/**
 * The evidence of an activity from what is known of its photos and participations; `signInSheets` are the ids of photos
 * marked so.
 */
export function evidenceOf(
  photos: readonly { id: string; state: 'arrived' | 'unchecked' | 'rejected' }[],
  signInSheets: readonly string[],
  participants: number,
): Evidence {
  const arrived = photos.filter(({ state }) => state === 'arrived')
  return {
    arrivedPhotos: arrived.length,
    uncheckedPhotos: photos.filter(({ state }) => state === 'unchecked').length,
    signInSheet: arrived.some(({ id }) => signInSheets.includes(id)),
    participants,
  }
}

/** Does nothing of the check list fail? */
export function isComplete(activity: Activity, view: CompletenessView = asTyped): boolean {
  return completenessOf(activity, view).every((item) => item.done)
}

function hasPhoto({ photos }: Activity, { rule, evidence }: CompletenessView): boolean {
  return rule.photos === 'named' ? photos.length > 0 : evidence.arrivedPhotos > 0
}

function isSummarised(summary: string, rule: CompletenessRule): boolean {
  return !isBlank(summary) && [...summary.trim()].length >= rule.summary
}

function hasParticipants(
  activity: Activity,
  { rule, evidence, approvedAttendances }: CompletenessView,
): boolean {
  const counted = approvedAttendances ?? activity.attendances
  switch (rule.participants) {
    case 'typed':
      return activity.attendances > 0
    case 'counted':
      return counted > 0
    case 'known':
      return approvedAttendances !== 0 && (evidence.participants > 0 || evidence.signInSheet)
  }
}
