/** The state of a result in words. */
import type { resultStates } from '../../shared/contract'
import type { Tone } from '../../components/tag'

export { resultStateTitles } from '../../shared/contract'

type ResultState = (typeof resultStates)[number]

export const resultStateTones: Record<ResultState, Tone> = {
  provisional: 'hatched',
  frozen: 'jade',
  published: 'jade',
  replaced: 'grey',
}
