/** WeChat's own word for who is calling. The only file that knows its SDK. */
import cloud from 'wx-server-sdk'
import type { Identity } from './identity'

/** Must be asked before the first `await` of a call. */
export const wechatIdentity: Identity = () => {
  // An openid of digits alone comes back as a number, whatever the type says.
  const openid = String(cloud.getWXContext().OPENID ?? '')
  return openid === '' ? null : openid
}
