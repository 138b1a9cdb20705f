/** Pictures of records. */
export * from './photos'
export type { KeptPhoto } from './kept-photo'
