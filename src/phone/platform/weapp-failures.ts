/** What WeChat throws when its cloud does not do what was asked, told apart: for each another word, and another cure. */
import Taro from '@tarojs/taro'
import { z } from 'zod'
import { NetworkFailure, type NetworkFault } from '../transport'

const thrownShape = z.object({
  errCode: z.union([z.number(), z.string()]).optional(),
  errMsg: z.string().optional(),
  message: z.string().optional(),
})

/** WeChat's table of codes: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference/errcode.html */
const someCode = /-[456]0\d{4}\b/
/** No such environment or function, or no permission for it: the person can do nothing, the engineer must. */
const closed =
  /-(401001|50100[05689]|501018|501019|50300[24]|601004|6010(10|11|12|13|15|16|17)|602018|60410[01])\b/
const noNetwork = /-601003\b/
const late = /-(501002|404005|404010|404012|601008|604102)\b|time[ds]?[ _-]?(out|limit)|超时|逾时/i

/** `online`: the phone has a network. Without one WeChat gives codes of its own that say less (-1, -601001). */
export function cloudFailure(thrown: unknown, online: boolean): NetworkFailure {
  return new NetworkFailure(faultOf(thrown, online))
}

function faultOf(thrown: unknown, online: boolean): NetworkFault {
  if (!online) return 'offline'
  const parsed = thrownShape.safeParse(thrown)
  const { errCode = '', errMsg = '', message = '' } = parsed.success ? parsed.data : {}
  // Some devices put the code of the cause into the words.
  const said = `${errCode} ${errMsg} ${message}`
  if (closed.test(said)) return 'closed'
  if (late.test(said)) return 'timeout'
  if (!noNetwork.test(said) && (someCode.test(said) || /exceed/i.test(said))) return 'busy'
  return 'foreign'
}

/** What WeChat gives, or a failure of ours. */
export async function fromCloud<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (thrown) {
    throw cloudFailure(thrown, await isOnline().catch(() => false))
  }
}

export async function isOnline(): Promise<boolean> {
  return (await Taro.getNetworkType()).networkType !== 'none'
}
