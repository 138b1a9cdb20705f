/** The steps of a record's history, and the fields that changed, in words. */
import type { HistoryEntry } from '../shared/contract'
import { fieldAt, written, type RecordKind } from '../shared/records'
import { screenStyle } from './record'

const titles: Record<HistoryEntry['action'], string> = {
  submit: '提交',
  revise: '修改后再次提交',
  withdraw: '撤回',
  approve: '审核通过',
  return: '退回',
  undo: '撤销刚才的决定',
}

/** 提交, 修改后再次提交(第 2 版), … */
export function stepText({ action, revision }: Pick<HistoryEntry, 'action' | 'revision'>): string {
  return revision > 1 ? `${titles[action]}(第 ${revision} 版)` : titles[action]
}

/** What the server tells of besides the fields of the record. */
const besides: Readonly<Record<string, string>> = { approvedAttendances: '家次（申报 → 核定）' }

/**
 * 申报家次：12 家次 → 10 家次. A field that this version does not know stands as it came; times of another year than
 * `thisYear` say theirs.
 */
export function changeText(
  { field: path, from, to }: HistoryEntry['changes'][number],
  kind: RecordKind,
  thisYear?: string,
): string {
  const field = fieldAt(kind, path)
  const style = screenStyle(thisYear)
  const said = (raw: string) => {
    if (raw === '') return field?.unset ?? '空'
    return field ? written(raw, field.format, style) : raw
  }
  return `${field?.label ?? besides[path] ?? path}：${said(from)} → ${said(to)}`
}
