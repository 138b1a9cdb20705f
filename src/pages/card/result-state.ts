/** The state of a result in words. */
import type { resultStates } from '../../shared/contract'
import type { Tone } from '../../components/tag'

type ResultState = (typeof resultStates)[number]

export const resultStateTitles: Record<ResultState, string> = {
  provisional: '暂定',
  frozen: '已冻结',
  published: '已公布',
  replaced: '已被更正',
}

export const resultStateTones: Record<ResultState, Tone> = {
  provisional: 'hatched',
  frozen: 'jade',
  published: 'jade',
  replaced: 'grey',
}
