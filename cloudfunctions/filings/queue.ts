/** What waits for the caller's sign-off: filings of the platforms that they, and nobody nearer, decide on. */
import { reviewOverdueBefore, shanghaiDate } from '../../src/shared/calendar'
import { filingsContract } from '../../src/shared/contract'
import { action, allows } from '../backend'
import { countWaitingFilings, decidesOn, listWaiting, readHistories, reviewedAreas } from '../backend/filings'
import { allPlatforms } from '../backend/tallies'
import { statusOf } from './status'

export const queue = action(filingsContract.queue, async (context, input) => {
  const { trx, now, person, memberships } = context
  const areas = await reviewedAreas(trx)
  const platforms = (await allPlatforms(trx)).filter(
    (platform) =>
      allows(context, 'filings.queue', { platform }) && decidesOn(memberships, platform.areaCode, areas),
  )
  const ids = platforms.map(({ id }) => id)
  const { rows, cursor } = await listWaiting(trx, ids, input.cursor)
  const histories = await readHistories(
    trx,
    [...new Set(rows.map(({ platformId }) => platformId))],
    [...new Set(rows.map(({ period }) => period))],
  )
  const counts = await countWaitingFilings(trx, ids, reviewOverdueBefore(shanghaiDate(now)))
  return {
    rows: rows.flatMap(({ filedAt, ...key }) => {
      const found = platforms.find(({ id }) => id === key.platformId)
      if (!found) return []
      const { createdAt: _, ...platform } = found
      const history = histories(key)
      return [
        {
          platform,
          status: statusOf(key, history, now),
          versionFiledAt: filedAt.toISOString(),
          own: history.versions.at(-1)?.filedBy === person.id,
        },
      ]
    }),
    cursor,
    waiting: [...counts.values()].reduce((sum, each) => sum + each.waiting, 0),
    overdue: [...counts.values()].reduce((sum, each) => sum + each.overdue, 0),
  }
})
