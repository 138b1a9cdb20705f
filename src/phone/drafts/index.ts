/** Unfinished forms. */
export * from './drafts'
