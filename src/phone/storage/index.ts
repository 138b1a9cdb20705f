/** What the phone keeps between openings. */
export * from './keep'
export * from './key-value'
