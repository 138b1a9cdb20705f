/** `review`: what waits for a decision, the decision, and the history of a record. */
import { contract } from '../../src/shared/contract'
import { action, batchAction, serve, type Dependencies, type Main } from '../backend'
import { approve } from './approve'
import { approveMany } from './approve-many'
import { get } from './get'
import { history } from './history'
import { queue } from './queue'
import { returnRecord } from './return-record'

const { review } = contract

/** The function on its dependencies. */
export function createFunction(dependencies: Dependencies): Main {
  return serve(
    'review',
    {
      queue: action(review.queue, queue),
      get: action(review.get, get),
      approve: action(review.approve, approve),
      approveMany: batchAction(review.approveMany, approveMany),
      return: action(review.return, returnRecord),
      history: action(review.history, history),
    },
    dependencies,
  )
}
