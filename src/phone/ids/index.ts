/** Ids and hashes. */
export * from './ids'
export * from './random'
