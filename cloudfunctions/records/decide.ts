/** What becomes of a pushed record, given where the server stands. Pure, so that each rule is tested by itself. */
import type { ErrorCode } from '../../src/shared/contract'
import { isBlank, stateAfter, type PushedRecord } from '../../src/shared/records'
import type { Standing } from '../backend'

export type Decision =
  { outcome: 'store' } | { outcome: 'repeated' } | { outcome: 'refused'; code: ErrorCode }

const refused = (code: ErrorCode): Decision => ({ outcome: 'refused', code })

/**
 * A record that is new here may come in any revision: the phone may have changed it before it was first
 * sent. After that each revision is newer than the one in force and made on it, with a reason. It need not be the
 * next number: those between were sent and did not arrive, and are too old once they do.
 */
export function decide(server: Standing | undefined, pushed: PushedRecord): Decision {
  if (!server) return { outcome: 'store' }
  if (server.platformId !== pushed.platformId) return refused('CONTENT_CONFLICT')
  if (pushed.revision === server.revision) {
    return pushed.hash === server.hash ? { outcome: 'repeated' } : refused('CONTENT_CONFLICT')
  }
  const basedOn = pushed.basedOn ?? pushed.revision - 1
  if (pushed.revision < server.revision || basedOn !== server.revision) return refused('REVISION_CONFLICT')
  if (server.state === 'returned' && pushed.returnSeen === false) return refused('RETURNED_MEANWHILE')
  if (stateAfter(server.state, 'edit') === null) return refused('STATE_NOT_POSSIBLE')
  return isBlank(pushed.reason) ? refused('REASON_REQUIRED') : { outcome: 'store' }
}
