/** `evaluate`: statements and marks, runs by the province or the daily timer, freezing, corrections. */
import { serve } from '../backend'
import { production } from '../backend/production'
import { evaluateHandlers } from './handlers'
import { runWhatIsDue } from './timer'

export const main = serve('evaluate', evaluateHandlers, production(), { timer: runWhatIsDue })
