/** Figures, days, and what records and their history say, as the screens write them. */
export * from './figures'
export * from './history'
export * from './record'
