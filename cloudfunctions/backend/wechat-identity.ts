/** WeChat's own word for who is calling. The only file that knows its SDK. */
import cloud from 'wx-server-sdk'
import type { Identity } from './identity'

/** Must be asked before the first `await` of a call. */
export const wechatIdentity: Identity = () => {
  const { OPENID, SOURCE } = cloud.getWXContext()
  // An openid of digits alone comes back as a number, whatever the type says.
  const openid = String(OPENID ?? '')
  // A function called by another one bears the whole chain, such as `wx_trigger,scf`: that is no timer's own call.
  return { openid: openid === '' ? null : openid, byTimer: SOURCE === 'wx_trigger' }
}
