/** What was saved and is not yet on the server. */
export * from './back-off'
export * from './item'
export * from './outbox'
export * from './queue'
export * from './turn'
