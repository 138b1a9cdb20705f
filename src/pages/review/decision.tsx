/** The decision in the thumb's reach: the approved 家次, approve, return. */
import { View } from '@tarojs/components'
import { Button, Input } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import BottomBar from '../../components/bottom-bar'
import type { ReviewedRecord } from '../../shared/contract'
import { limits } from '../../shared/records'
import { approvedNumber } from './phrases'

type Props = {
  record: ReviewedRecord
  busy: boolean
  /** Null for records without 家次. */
  onApprove: (approvedAttendances: number | null) => void
  onReturn: () => void
  /** Records that follow in the list. */
  left: number
  onSkip: () => void
}

export default function Decision({ record, busy, onApprove, onReturn, left, onSkip }: Props) {
  const { payload, participants, state } = record
  const declared = payload.kind === 'activity' ? payload.attendances : null
  const [text, setText] = useState(declared === null ? '' : String(declared))
  const number = declared === null ? { value: null } : approvedNumber(text, limits.attendances)
  const open = state === 'submitted'
  const above = open && declared !== null && (
    <View className="review-approved">
      <View>核定家次</View>
      <Input
        className="review-input"
        type="number"
        value={text}
        maxLength={5}
        align="center"
        onChange={(value) => setText(value)}
      />
      <View>
        {'error' in number
          ? number.error
          : `已确认 ${participants.scan + participants.staffScan + participants.staffEntry} 家,扫码 ${participants.scan} 家`}
      </View>
    </View>
  )
  return (
    <BottomBar
      above={above || undefined}
      below={
        left > 0 ? (
          <View className="review-skip" onClick={onSkip} aria-role="button">
            后面还有 {left} 条,先看下一条
          </View>
        ) : undefined
      }
    >
      <Button block size="large" disabled={busy} onClick={onReturn}>
        退回
      </Button>
      {open && (
        <Button
          block
          size="large"
          type="primary"
          loading={busy}
          disabled={busy || record.ownRecord || 'error' in number}
          onClick={() => 'value' in number && onApprove(number.value)}
        >
          通过
        </Button>
      )}
    </BottomBar>
  )
}
