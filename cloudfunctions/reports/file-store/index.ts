/** Where made files are kept and photos read. */
export * from './choose'
export * from './preview'
export * from './types'
export * from './wechat'
