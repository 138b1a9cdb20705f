/** Values that screens watch. */
export * from './derive'
export * from './hooks'
export * from './store'
