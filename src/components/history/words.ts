/** The steps of a record's history in words. */
import type { HistoryEntry } from '../../shared/contract'

const titles: Record<HistoryEntry['action'], string> = {
  submit: '提交',
  revise: '修改后再次提交',
  withdraw: '撤回',
  approve: '审核通过',
  return: '退回',
}

/** 提交, 修改后再次提交(第 2 版), … */
export function stepText({ action, revision }: Pick<HistoryEntry, 'action' | 'revision'>): string {
  return revision > 1 ? `${titles[action]}(第 ${revision} 版)` : titles[action]
}
