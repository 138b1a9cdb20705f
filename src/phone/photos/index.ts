/** Pictures of records. */
export * from './photos'
