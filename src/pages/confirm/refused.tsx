/** A code that opens nothing: why, and what to do instead; where another code would do, it is scanned right here. */
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { scanCode } from '../../phone'
import PageFrame from '../../components/page-frame'
import { errors, type ErrorCode } from '../../shared/contract'
import { tokenScanned } from './scene'

const titles: Partial<Record<ErrorCode, string>> = {
  TOKEN_UNKNOWN: '这个码打不开活动',
  TOKEN_REVOKED: '这个码已停用',
  TOKEN_EXPIRED: '这个码已刷新',
  TOKEN_REPLAYED: '这个码不能转用',
  TOKEN_NOT_YET_OPEN: '还没有开始确认',
  TOKEN_CLOSED: '确认时间已过',
  RATE_LIMITED: '请稍等一分钟',
}

const otherCodeHelps: readonly string[] = [
  'TOKEN_UNKNOWN',
  'TOKEN_REVOKED',
  'TOKEN_EXPIRED',
  'TOKEN_REPLAYED',
]
const IN_VAIN = '还是打不开?请现场工作人员替您登记。'

type Props = {
  code: ErrorCode | 'OFFLINE'
  onRetry?: () => void
  /** This code was scanned here, after another one. */
  again: boolean
  onScanned: (token: string) => void
}

export default function Refused({ code, onRetry, again, onScanned }: Props) {
  const [said, setSaid] = useState(again ? IN_VAIN : '')
  const known = code === 'OFFLINE' ? 'UNAVAILABLE' : code
  const title = titles[known] ?? '没有打开'
  const text = errors[known].message
  const scan = async () => {
    const read = await scanCode?.()
    if (read === null || read === undefined) return
    const token = tokenScanned(read)
    if (token === null) setSaid(`扫到的不是活动码。${IN_VAIN}`)
    else onScanned(token)
  }
  if (scanCode === null || !otherCodeHelps.includes(code)) {
    return <PageFrame failure={{ code, title, text, again: onRetry !== undefined }} onRetry={onRetry} />
  }
  const action = (
    <>
      <Button type="primary" onClick={() => void scan()}>
        重新扫码
      </Button>
      {said !== '' && <View className="confirm-in-vain">{said}</View>}
    </>
  )
  return <PageFrame empty={{ title, hint: text, action }} />
}
