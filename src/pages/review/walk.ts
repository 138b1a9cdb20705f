/** The order in which a reviewer goes through what waits: that of the list they came from. */
import type { ReviewedRecord } from '../../shared/contract'

let order: readonly string[] = []

/** The list as it stands; what does not wait, and the reviewer's own records, are no stops on the way. */
export function walkAlong(records: readonly Pick<ReviewedRecord, 'id' | 'state' | 'ownRecord'>[]): void {
  order = records.filter(({ state, ownRecord }) => state === 'submitted' && !ownRecord).map(({ id }) => id)
}

/** What follows a record in the list, and how many do; null after the last one, and for one that is not in it. */
export function nextAfter(id: string): { id: string; left: number } | null {
  const at = order.indexOf(id)
  const next = at < 0 ? undefined : order[at + 1]
  return next === undefined ? null : { id: next, left: order.length - at - 1 }
}
