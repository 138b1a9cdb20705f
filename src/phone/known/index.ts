/** What the server knows, kept for offline. */
export * from './chunks'
export * from './known'
