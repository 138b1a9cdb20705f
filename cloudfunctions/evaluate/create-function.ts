/**
 * The function `evaluate`: statements and marks, runs by the province or the daily timer, freezing, corrections,
 * exclusion, publication, objections.
 */
import { evaluateContract } from '../../src/shared/contract'
import { serve, type Dependencies, type Main } from '../backend'
import { correct } from './correct'
import { decide, decisions } from './decide'
import { exclude, exclusions } from './exclude'
import { freeze } from './freeze'
import { mark } from './mark'
import { answerObjection, object, objections } from './objections'
import { periods, runs } from './periods'
import { publish } from './publish'
import { regrade } from './regrade'
import { results } from './results'
import { run } from './run'
import { takeBackMark } from './take-back-mark'
import { state } from './state'
import { entries, stated } from './stated'
import { runWhatIsDue } from './timer'

export function createFunction(dependencies: Dependencies): Main {
  const handlers = {
    ...{ run, runs, periods, results, freeze, publish, correct, regrade },
    ...{ exclude, exclusions, object, objections, answerObjection },
    ...{ state, mark, takeBackMark, stated, entries, decide, decisions },
  }
  return serve('evaluate', evaluateContract, handlers, dependencies, { timer: runWhatIsDue })
}
