/** Which records a list shows. */
import type { PhoneRecord } from '../../phone'
import { monthOf } from '../../shared/calendar'
import type { ActivityCategory, PhoneState } from '../../shared/records'

export type StateGroup = 'all' | 'mine' | 'unsent' | 'submitted' | 'approved'

const groups: Record<StateGroup, readonly PhoneState[] | null> = {
  all: null,
  mine: ['returned', 'failed', 'draft'],
  unsent: ['queued', 'uploading'],
  submitted: ['submitted'],
  approved: ['approved'],
}

export const groupTitles: Record<StateGroup, string> = {
  all: '全部',
  mine: '要处理',
  unsent: '待上传',
  submitted: '待审核',
  approved: '已通过',
}

export type Filter = {
  group: StateGroup
  words: string
  /** Null: all. */
  category: ActivityCategory | null
  /** `2023-05`; null: all. */
  month: string | null
}

export const everything: Filter = { group: 'all', words: '', category: null, month: null }

export const inGroup = (record: PhoneRecord, group: StateGroup) =>
  groups[group]?.includes(record.state) ?? true

export function filtered(records: readonly PhoneRecord[], filter: Filter): PhoneRecord[] {
  const words = filter.words.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return records.filter((record) => {
    if (!inGroup(record, filter.group)) return false
    if (filter.category !== null && !categoriesOf(record).includes(filter.category)) return false
    if (filter.month !== null && (record.date === null || monthOf(record.date) !== filter.month)) return false
    const text = searched(record)
    return words.every((word) => text.includes(word))
  })
}

/** The months that have records, newest first. */
export function monthsWithRecords(records: readonly PhoneRecord[]): string[] {
  const months = new Set(records.flatMap(({ date }) => (date === null ? [] : monthOf(date))))
  return [...months].sort().reverse()
}

function categoriesOf({ payload }: PhoneRecord): ActivityCategory[] {
  return payload?.kind === 'activity' ? [payload.category, ...(payload.alsoCategories ?? [])] : []
}

function searched({ title, payload, reason }: PhoneRecord): string {
  const place = payload?.kind === 'activity' ? payload.place.name : ''
  const enterprise = payload && 'enterprise' in payload ? payload.enterprise.name : ''
  return [title, place, enterprise, reason ?? ''].join(' ').toLowerCase()
}
