/** Risk flags: computed when a record or its participations change, stored with the record, read by reviewers. */
export * from './presences'
export * from './read'
export * from './recompute'
export * from './records'
export * from './refresh'
