/** What a screen says of a failure: by its code, never by the text that came with it. */
import { errors } from '../../shared/contract'

/** `OFFLINE` and other codes of the phone itself come beside those of the registry. */
export type FrameFailure = { code: string; message: string; retry: 'never' | 'later' | 'after-change' }

const known: Record<string, { message: string }> = errors

const titles: Record<string, string> = {
  OFFLINE: '没有网络',
  TIMEOUT: '网络太慢',
  UNAVAILABLE: '服务暂时不可用',
  INTERNAL: '服务出了差错',
  NOT_ALLOWED: '没有这项权限',
  NOT_FOUND: '没有找到',
  NOT_SIGNED_IN: '没有取得微信身份',
  RATE_LIMITED: '操作太频繁',
}

export function failureWords({ code, message }: FrameFailure): { title: string; text: string } {
  const title = titles[code] ?? '没有成功'
  if (code === 'OFFLINE') return { title, text: '联网后再试。手机里的记录是安全的,不受影响。' }
  return { title, text: known[code]?.message ?? message }
}
