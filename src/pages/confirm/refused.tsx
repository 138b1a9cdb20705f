/** A code that opens nothing: why, and what to do instead. */
import PageFrame from '../../components/page-frame'
import { errors, type ErrorCode } from '../../shared/contract'

const titles: Partial<Record<ErrorCode, string>> = {
  TOKEN_UNKNOWN: '这个码打不开活动',
  TOKEN_REVOKED: '这个码已停用',
  TOKEN_EXPIRED: '这个码已刷新',
  TOKEN_REPLAYED: '这个码不能转用',
  TOKEN_NOT_YET_OPEN: '还没有开始确认',
  TOKEN_CLOSED: '确认时间已过',
  RATE_LIMITED: '请稍等一分钟',
}

type Props = { code: ErrorCode | 'OFFLINE'; onRetry?: () => void }

export default function Refused({ code, onRetry }: Props) {
  const known = code === 'OFFLINE' ? 'UNAVAILABLE' : code
  const failure = {
    code,
    title: titles[known] ?? '没有打开',
    text: errors[known].message,
    again: onRetry !== undefined,
  }
  return <PageFrame failure={failure} onRetry={onRetry} />
}
