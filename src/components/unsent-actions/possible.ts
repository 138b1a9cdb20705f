/** What is left to do with a record that did not get to the server, or not in its newest version. */
import type { PhoneRecord } from '../../phone'
import { stateAfter, type ServerState } from '../../shared/records'

export type UnsentAction = 'retry' | 'change' | 'copy' | 'give-up' | 'drop-draft'

/** The server's state of a record that cannot be changed any more, whatever this phone still holds of it; null while it can. */
export function closedState({ stored }: Pick<PhoneRecord, 'stored'>): ServerState | null {
  return stored && stateAfter(stored.state, 'edit') === null ? stored.state : null
}

export function unsentActions(
  record: Pick<PhoneRecord, 'state' | 'stored' | 'payload' | 'hasDraft' | 'unsent'>,
): UnsentAction[] {
  const { state, stored, payload, hasDraft, unsent } = record
  const actions: UnsentAction[] = []
  if (state === 'failed') actions.push('retry')
  if (state === 'failed' && closedState(record) === null) actions.push('change')
  if (unsent && payload) actions.push('copy')
  // The server has a version that stays in force: nothing but this change is lost.
  if (state === 'failed' && stored) actions.push('give-up')
  if (hasDraft && payload) actions.push('drop-draft')
  return actions
}
