/** What is told of somebody who set the same meanwhile. Pure. */
import { momentText } from '../figures'

/** 郑处长 11月26日 06:55 已改为:A 85 分起。您填的还在,没有保存,请核对后再保存。 */
export const meanwhileText = ({ by, at }: { by: string; at: string }, done: string, step = '保存') =>
  `${by} ${momentText(at)} ${done}。您填的还在,没有${step},请核对后再${step}。`

/** What stands where sending failed: of a conflict, and before anything is sent, what somebody else has set (`told`). */
export function failureOr(code: string | null, error: string, told: string | null): string {
  return told !== null && (code === null || code === 'REVISION_CONFLICT') ? told : error
}
