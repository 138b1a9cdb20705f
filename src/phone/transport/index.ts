/** Calls of the cloud functions, and what can go wrong on the way. */
export * from './call'
export * from './failure'
