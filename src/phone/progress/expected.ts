/** What will stand behind an activity once all that is on its way has arrived. */
import type { StoredRecord } from '../../shared/contract'
import type { Evidence, Photo } from '../../shared/records'

/** Photos that the record names arrive unless the server has rejected them; `stored` is the record as the server has it. */
export function expectedEvidence(
  named: readonly Photo[],
  stored: Pick<StoredRecord, 'photos' | 'participants'> | null,
): Evidence {
  const rejected = new Set(stored?.photos.flatMap(({ id, state }) => (state === 'rejected' ? [id] : [])))
  const photos = named.filter(({ id }) => !rejected.has(id))
  const { scan, staffScan, staffEntry } = stored?.participants ?? { scan: 0, staffScan: 0, staffEntry: 0 }
  return {
    arrivedPhotos: photos.length,
    uncheckedPhotos: 0,
    signInSheet: photos.some(({ role }) => role === 'sign-in-sheet'),
    participants: scan + staffScan + staffEntry,
  }
}

/** Nothing is missing: what an activity could still gain by. */
export const fullEvidence: Evidence = {
  arrivedPhotos: 1,
  uncheckedPhotos: 0,
  signInSheet: true,
  participants: 1,
}
