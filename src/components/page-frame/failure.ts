/** What a screen says of a failure. What it does depends on the code; the text is for the person alone. */
import { isNetworkFailure, messageOf, type Asked } from '../../phone'
import { errors, Refusal, type ErrorCode, type FieldMessages } from '../../shared/contract'

/** In words: what happened, what is safe, whether trying again can help, and the messages of single fields. */
export type FrameFailure = {
  code: ErrorCode | 'OFFLINE'
  title: string
  text: string
  again: boolean
  fields?: FieldMessages
}

const titles: Partial<Record<ErrorCode, string>> = {
  UNAVAILABLE: '服务暂时不可用',
  INTERNAL: '服务出了差错',
  NOT_ALLOWED: '没有这项权限',
  NOT_FOUND: '没有找到',
  NOT_SIGNED_IN: '没有取得微信身份',
  RATE_LIMITED: '操作太频繁',
  PERIOD_NOT_COVERED: '没有这一期',
}

const faults = {
  offline: '没有网络',
  timeout: '没有等到回复',
  foreign: '没有连上服务',
  outdated: '请更新小程序',
  busy: '服务正忙',
  closed: '服务没有开通',
  'not-stored': '照片没有传上',
}

/** Any thrown thing as a failure that can be shown. */
export function failureOf(thrown: unknown): FrameFailure {
  if (isNetworkFailure(thrown)) {
    const { fault, message } = thrown
    return { code: 'OFFLINE', title: faults[fault], text: message, again: fault !== 'outdated' }
  }
  const refusal = thrown instanceof Refusal ? thrown : new Refusal('INTERNAL')
  const { code, fields } = refusal
  const title = titles[code] ?? '没有成功'
  return { code, title, text: messageOf(refusal), again: errors[code].retry !== 'never', fields }
}

/** An asked question as the frame's states. */
export function frameOf({ status, at, failure, reload }: Asked<unknown> & { reload: () => Promise<void> }) {
  return {
    loading: status === 'loading',
    failure: failure == null ? null : failureOf(failure),
    asOf: status === 'kept' ? at : null,
    onRetry: () => void reload(),
  }
}
