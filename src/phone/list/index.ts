/** All records of a platform, wherever they are. */
export * from './as-text'
export * from './list'
