/** Word files. */
export * from './plan'
export * from './write'
