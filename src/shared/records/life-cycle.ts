/**
 * The states of a record and who moves it between them.
 *
 *   on the phone   draft → queued → uploading → (server's state) | failed
 *   on the server  submitted → approved | returned;  returned → submitted (a new revision);
 *                  submitted | returned → withdrawn
 *
 * Approved and withdrawn are ends: an approved record changes only by the reviewer returning it.
 */
import { z } from 'zod'

export const serverStates = ['submitted', 'approved', 'returned', 'withdrawn'] as const
export const phoneStates = ['draft', 'queued', 'uploading', 'failed', ...serverStates] as const
export const serverStateSchema = z.enum(serverStates)
export const phoneStateSchema = z.enum(phoneStates)
export type ServerState = z.infer<typeof serverStateSchema>
export type PhoneState = z.infer<typeof phoneStateSchema>

export const stateTitles: Record<PhoneState, string> = {
  draft: '草稿',
  queued: '待上传',
  uploading: '上传中',
  failed: '上传失败',
  submitted: '待审核',
  approved: '已通过',
  returned: '被退回',
  withdrawn: '已撤回',
}

/** Within so many seconds a reviewer may take back their own decision; afterwards they return the record. */
export const UNDO_SECONDS = 10

type Step = 'edit' | 'withdraw' | 'approve' | 'return'

const steps: Record<Step, { from: ServerState[]; to: ServerState }> = {
  edit: { from: ['submitted', 'returned'], to: 'submitted' },
  withdraw: { from: ['submitted', 'returned'], to: 'withdrawn' },
  approve: { from: ['submitted'], to: 'approved' },
  return: { from: ['submitted', 'approved'], to: 'returned' },
}

/** The state that a step leads to, or `null` if the step is not possible from here. */
export function stateAfter(state: ServerState, step: Step): ServerState | null {
  return steps[step].from.includes(state) ? steps[step].to : null
}

/**
 * May the phone still change this record? Once approved or withdrawn it is read-only there. A change of what is on
 * its way is a revision of its own, which goes after it.
 */
export function isEditable(state: PhoneState): boolean {
  return state !== 'approved' && state !== 'withdrawn'
}
