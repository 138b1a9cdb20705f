/** What becomes of a pushed record, given where the server stands. Pure, so that each rule is tested by itself. */
import type { ErrorCode } from '../../src/shared/contract'
import { stateAfter, type PushedRecord } from '../../src/shared/records'
import type { Standing } from '../backend'

export type Decision =
  { outcome: 'store' } | { outcome: 'repeated' } | { outcome: 'refused'; code: ErrorCode }

const refused = (code: ErrorCode): Decision => ({ outcome: 'refused', code })

/**
 * A record that is new here may come in any revision: the phone may have changed it before it was first
 * sent. After that each revision follows the one before, with a reason.
 */
export function decide(server: Standing | undefined, pushed: PushedRecord): Decision {
  if (!server) return { outcome: 'store' }
  if (server.platformId !== pushed.platformId) return refused('CONTENT_CONFLICT')
  if (pushed.revision === server.revision) {
    return pushed.hash === server.hash ? { outcome: 'repeated' } : refused('CONTENT_CONFLICT')
  }
  if (pushed.revision !== server.revision + 1) return refused('REVISION_CONFLICT')
  if (stateAfter(server.state, 'edit') === null) return refused('STATE_NOT_POSSIBLE')
  return pushed.reason === '' ? refused('REASON_REQUIRED') : { outcome: 'store' }
}
