/** Values that screens watch. */
export * from './hooks'
export * from './store'
