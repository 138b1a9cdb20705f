/** The deployed function. */
import { production } from '../backend/production'
import { createFunction } from './create-function'

export const main = createFunction(production())
