/** The picture of a code: a mini-program code in WeChat, a QR code of a link in the local preview. */
export * from './choose'
export * from './preview'
export * from './types'
export * from './wechat'
