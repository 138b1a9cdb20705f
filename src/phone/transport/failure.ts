/** What can go wrong on the way: the server refused (`Refusal`, from the contract) or nothing of ours came back. */
import { errors, Refusal } from '../../shared/contract'

/**
 * offline: no answer at all; timeout: none within the time; foreign: an answer that is not ours, such as the
 * log-in page of a hotel's network; outdated: an answer of ours that says what this version of the app cannot read;
 * busy: the cloud was reached and did not get to an answer; closed: it knows no such service or does not let this
 * app in; not-stored: the file store answered and did not take the picture.
 */
export type NetworkFault = 'offline' | 'timeout' | 'foreign' | 'outdated' | 'busy' | 'closed' | 'not-stored'

const messages: Record<NetworkFault, string> = {
  offline: '没有网络。手机里的记录是安全的,联网后会自动上传。',
  timeout: '等了很久没有收到回复,网络或服务太慢。手机里的记录是安全的,稍后会自动重试。',
  foreign: '连上的网络没有回应本服务(可能需要先登录 Wi-Fi)。手机里的记录是安全的,稍后会自动重试。',
  outdated:
    '这个版本的小程序读不懂服务的新内容。请点右上角“···”,再点“重新进入小程序”,会自动更新。手机里的记录是安全的。',
  busy: '服务正忙或出了差错,没有收到回复。手机里的记录是安全的,稍后会自动重试。',
  closed: '云端没有找到本服务,或不允许本小程序使用。手机里的记录是安全的,会自动重试;一直这样请联系管理员。',
  'not-stored': '服务器没有收下这张照片。照片仍在手机里,稍后会自动重传。',
}

export class NetworkFailure extends Error {
  readonly fault: NetworkFault

  constructor(fault: NetworkFault) {
    super(messages[fault])
    this.name = 'NetworkFailure'
    this.fault = fault
  }
}

/** What to tell the engineer of a fault that is not the person's: enough of it to find the call in the log. */
function numberOf({ code, requestId }: Refusal): string {
  const faulty = code === 'INTERNAL' || code === 'UNAVAILABLE'
  return faulty && requestId ? `编号 ${requestId.slice(0, 8)}` : ''
}

/** A failure in words for the person: what happened, what is safe, what to do. */
export function messageOf(failure: unknown): string {
  if (failure instanceof Refusal) return failure.message + numberOf(failure)
  if (failure instanceof NetworkFailure) return failure.message
  return '出了点问题,可能没有保存。请稍后再试,不会重复计算。'
}

/** Sending the same again may help by itself. */
export function isPassing(code: string | null): boolean {
  const known = Object.entries(errors).find(([each]) => each === code)
  return known?.[1].retry === 'later'
}

/** Nothing can be sent until the person does something: the server does not know who this is, or the app is too old. */
export function stopsAll(code: string | null): boolean {
  return code === 'NOT_SIGNED_IN' || code === 'UNKNOWN_ACTION'
}

/** Is it only that no answer came that can be read, so that what was kept on the phone may be shown instead? */
export function isNetworkFailure(failure: unknown): failure is NetworkFailure {
  return failure instanceof NetworkFailure
}
