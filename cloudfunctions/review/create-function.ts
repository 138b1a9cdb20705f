/** `review`: what waits for a decision, the decision, and the history of a record. */
import { contract } from '../../src/shared/contract'
import { action, serve, type Dependencies, type Main } from '../backend'
import { approve } from './approve'
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
      approve: action(review.approve, approve),
      return: action(review.return, returnRecord),
      history: action(review.history, history),
    },
    dependencies,
  )
}
