/** Addresses of stored photos: temporary ones in WeChat, the local host's own in the preview. */
export * from './choose'
export * from './preview'
export * from './types'
export * from './wechat'
