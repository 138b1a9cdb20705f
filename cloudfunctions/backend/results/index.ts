/** Stored results: authoritative cards, their states and their ranks. */
export * from './lists'
export * from './ranks'
export * from './results'
export * from './write'
