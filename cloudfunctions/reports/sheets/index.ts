/** Excel files. */
export * from './plan'
export * from './write'
