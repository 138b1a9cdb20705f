/** What waits for a decision, platform by platform, for the overview. */
import type { OverviewRow } from '../../src/shared/contract'
import { countWaitingByPlatform, type PlatformScope, type Trx } from '../backend'

export type Waiting = Pick<OverviewRow, 'waiting' | 'overdue' | 'signed'>
export const nothingWaits: Waiting = { waiting: 0, overdue: 0, signed: 0 }

/** Platforms where nothing waits have no entry. `overdueBefore` is null where nobody can say what is overdue. */
export async function waitingOf(
  trx: Trx,
  scope: PlatformScope,
  overdueBefore: string | null,
  now: Date,
): Promise<Map<string, Waiting>> {
  const rows = await countWaitingByPlatform(trx, scope, overdueBefore, now)
  return new Map(
    rows.map(({ platformId, waiting, overdue, flagged }) => [
      platformId,
      { waiting, overdue, signed: flagged },
    ]),
  )
}
