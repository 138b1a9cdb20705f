/** Where the platform stands, live. */
export * from './live'
export * from './progress'
export * from './expected'
