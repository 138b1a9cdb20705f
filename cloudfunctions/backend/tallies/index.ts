/** From stored rows to the tallies of months, and which rubric they are made for. */
export * from './basis'
export * from './countable-rows'
export * from './duties'
export * from './family'
export * from './made-from'
export * from './month-tallies'
export * from './rubrics'
export * from './when'
