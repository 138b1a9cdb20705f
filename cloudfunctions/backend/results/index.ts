/** Stored results: authoritative cards, their states and their ranks. */
export * from './exclusions'
export * from './lists'
export * from './objections'
export * from './publications'
export * from './ranks'
export * from './results'
export * from './runs'
export * from './write'
