/** The actions of `evaluate`, each in a file of its own. */
import type { ActionName } from '../../src/shared/contract'
import type { Served } from '../backend'
import { correct } from './correct'
import { freeze } from './freeze'
import { mark } from './mark'
import { results } from './results'
import { run } from './run'
import { state } from './state'

export const evaluateHandlers: Record<ActionName<'evaluate'>, Served> = {
  run,
  freeze,
  correct,
  state,
  mark,
  results,
}
