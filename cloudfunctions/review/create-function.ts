/** `review`: what waits for a decision, the decision, and the history of a record. */
import { reviewContract } from '../../src/shared/contract'
import { action, batchAction, serve, type Dependencies, type Main } from '../backend'
import { approve } from './approve'
import { approveMany } from './approve-many'
import { get } from './get'
import { history } from './history'
import { queue } from './queue'
import { returnRecord } from './return-record'

/** The function on its dependencies. */
export function createFunction(dependencies: Dependencies): Main {
  return serve(
    'review',
    reviewContract,
    {
      queue: action(reviewContract.queue, queue),
      get: action(reviewContract.get, get),
      approve: action(reviewContract.approve, approve),
      approveMany: batchAction(reviewContract.approveMany, approveMany),
      return: action(reviewContract.return, returnRecord),
      history: action(reviewContract.history, history),
    },
    dependencies,
  )
}
