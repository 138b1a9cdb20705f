/** Risk flags: what deserves a second look, where it starts, and the twins of a record. */
export * from './fingerprints'
export * from './kinds'
export * from './risk-flags'
export * from './seen'
