/** What waits for a decision, platform by platform, for the overview. */
import type { OverviewRow } from '../../src/shared/contract'
import { listWaitingRecords, type PlatformScope, type Trx } from '../backend'
import { signsOfDeclared } from '../backend/participations'

export type Waiting = Pick<OverviewRow, 'waiting' | 'overdue' | 'signed'>
export const nothingWaits: Waiting = { waiting: 0, overdue: 0, signed: 0 }

/** Platforms where nothing waits have no entry. `overdueBefore` is null where nobody can say what is overdue. */
export async function waitingOf(
  trx: Trx,
  scope: PlatformScope,
  overdueBefore: string | null,
): Promise<Map<string, Waiting>> {
  const records = await listWaitingRecords(trx, scope)
  const signs = await signsOfDeclared(trx, records)
  const byPlatform = new Map<string, Waiting>()
  for (const { id, platformId, receivedAt } of records) {
    const { waiting, overdue, signed } = byPlatform.get(platformId) ?? nothingWaits
    byPlatform.set(platformId, {
      waiting: waiting + 1,
      overdue: overdue + (receivedAt < (overdueBefore ?? '') ? 1 : 0),
      signed: signed + ((signs.get(id) ?? []).length > 0 ? 1 : 0),
    })
  }
  return byPlatform
}
