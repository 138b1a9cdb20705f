/** Subscription messages of WeChat, sent where a template is set up. */
export * from './tell'
export * from './templates'
export * from './types'
export * from './wechat'
