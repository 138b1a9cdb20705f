/** Ids and hashes. */
export * from './ids'
export * from './random'
export * from './utf8'
