/** The function `evaluate`: statements and marks, runs by the province or the daily timer, freezing, corrections. */
import { serve, type Dependencies, type Main } from '../backend'
import { correct } from './correct'
import { freeze } from './freeze'
import { mark } from './mark'
import { results } from './results'
import { run } from './run'
import { state } from './state'
import { entries, stated } from './stated'
import { runWhatIsDue } from './timer'
import { toCome } from './to-come'

export function createFunction(dependencies: Dependencies): Main {
  const actions = { correct, entries, freeze, mark, results, run, state, stated, ...toCome }
  return serve('evaluate', actions, dependencies, {
    timer: runWhatIsDue,
  })
}
