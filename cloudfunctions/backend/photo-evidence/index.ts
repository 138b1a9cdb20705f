/** Whether a photo has arrived: it is at the store, is what its record names, and is a picture. */
export * from './check'
export * from './choose'
export * from './picture'
export * from './preview'
export * from './types'
export * from './wechat'
