/** WeChat's own word for who is calling. The only file that knows its SDK. */
import cloud from 'wx-server-sdk'
import type { Identity } from './identity'

/** Must be asked before the first `await` of a call. */
export const wechatIdentity: Identity = () => {
  const { OPENID, SOURCE } = cloud.getWXContext()
  // The SDK turns an openid of digits alone into a number, whatever the type says, and loses digits of a long one:
  // the variable that it was read from has them all. Without that nobody is known.
  const given: unknown = OPENID
  const openid =
    typeof given === 'string' ? given : typeof given === 'number' ? (process.env.WX_OPENID ?? '') : ''
  // A function called by another one bears the whole chain, such as `wx_trigger,scf`: that is no timer's own call.
  return { openid: openid === '' ? null : openid, byTimer: SOURCE === 'wx_trigger' }
}
