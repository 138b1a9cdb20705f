/** Questions that screens ask. */
export * from './ask'
export * from './use-ask'
