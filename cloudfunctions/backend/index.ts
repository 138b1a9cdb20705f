/** What the functions share. */
export * from './audit'
export * from './database'
export * from './identity'
export * from './limits'
export * from './people'
export * from './platforms'
export * from './policies'
export * from './serve'
