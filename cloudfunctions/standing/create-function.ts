/** The function `standing`: where a platform stands, the ranking of its class, what is behind each point. Reads only. */
import { standingContract } from '../../src/shared/contract'
import { serve, type Dependencies, type Main } from '../backend'
import { behind } from './behind'
import { card } from './card'
import { overview } from './overview'
import { periods } from './periods'
import { progress } from './progress'
import { ranking } from './ranking'
import { rubric } from './rubric'
import { trend } from './trend'

export function createFunction(dependencies: Dependencies): Main {
  return serve(
    'standing',
    standingContract,
    { behind, card, overview, periods, progress, ranking, rubric, trend },
    dependencies,
  )
}
