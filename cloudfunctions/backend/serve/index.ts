/** The wrapper of every function. */
export * from './action'
export * from './context'
export * from './failure'
export * from './log'
export * from './serve'
