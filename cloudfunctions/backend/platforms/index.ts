/** Platforms, and the order of changes within each. */
export * from './changes'
export * from './platforms'
