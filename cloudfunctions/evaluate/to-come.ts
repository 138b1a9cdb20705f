/** Actions that the contract promises and this version does not do yet. */
import { evaluateContract, Refusal } from '../../src/shared/contract'
import { action } from '../backend'

const notYet = () => Promise.reject(new Refusal('UNKNOWN_ACTION'))

export const toCome = {
  runs: action(evaluateContract.runs, notYet),
  periods: action(evaluateContract.periods, notYet),
  publish: action(evaluateContract.publish, notYet),
  exclude: action(evaluateContract.exclude, notYet),
  exclusions: action(evaluateContract.exclusions, notYet),
  object: action(evaluateContract.object, notYet),
  objections: action(evaluateContract.objections, notYet),
  answerObjection: action(evaluateContract.answerObjection, notYet),
}
