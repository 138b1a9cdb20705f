/** Policies: role × action × whose data. */
export * from './allow'
export * from './table'
