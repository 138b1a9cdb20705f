/** What the person may do with a record on its screen. The server decides again. */
import type { Me, Membership, StoredRecord } from '../../shared/contract'
import { isEditable, stateAfter } from '../../shared/records'

export type Possible = { edit: boolean; withdraw: boolean; code: boolean; enter: boolean; review: boolean }

const nothing: Possible = { edit: false, withdraw: false, code: false, enter: false, review: false }

/** Staff and managers of the record's platform work on it; reviewers are sent to the review screen. */
export function possibleWith(
  record: Pick<StoredRecord, 'platformId' | 'state' | 'payload'>,
  me: Me | null,
): Possible {
  const memberships: Membership[] = me?.memberships ?? []
  const own = memberships.some(
    ({ role, platform }) => (role === 'staff' || role === 'manager') && platform?.id === record.platformId,
  )
  const review =
    record.state === 'submitted' && memberships.some(({ role }) => role === 'reviewer' || role === 'province')
  if (!own) return { ...nothing, review }
  const running = record.payload.kind === 'activity' && record.state !== 'withdrawn'
  return {
    edit: isEditable(record.state),
    withdraw: stateAfter(record.state, 'withdraw') !== null,
    code: running,
    enter: running,
    review: false,
  }
}
