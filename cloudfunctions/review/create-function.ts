/** `review`: what waits for a decision, the decision, and the history of a record. */
import { reviewContract } from '../../src/shared/contract'
import { action, batchAction, serve, type Dependencies, type Main } from '../backend'
import { flagAllOutdated } from '../backend/flags'
import { unreadableStore, type PhotoStore } from '../backend/photo-evidence'
import { approve } from './approve'
import { approveMany } from './approve-many'
import { get } from './get'
import { history } from './history'
import { queue } from './queue'
import { returnRecord } from './return-record'
import { undo } from './undo'

/** Time for the daily timer; flags that are left are computed when they are read, or the next day. */
const BUDGET_MS = 45_000

/** `store` holds the photos that a reviewer looks at. */
export function createFunction(dependencies: Dependencies, store: PhotoStore = unreadableStore): Main {
  return serve(
    'review',
    reviewContract,
    {
      queue: action(reviewContract.queue, queue),
      get: batchAction(reviewContract.get, get(store)),
      approve: action(reviewContract.approve, approve),
      approveMany: batchAction(reviewContract.approveMany, approveMany),
      return: action(reviewContract.return, returnRecord),
      undo: batchAction(reviewContract.undo, undo),
      history: action(reviewContract.history, history),
    },
    dependencies,
    { timer: ({ database }) => flagAllOutdated(database, BUDGET_MS) },
  )
}
