/** The decision in the thumb's reach: the approved 家次, approve, return. */
import { View } from '@tarojs/components'
import { Button, Input } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import BottomBar from '../../components/bottom-bar'
import { described } from '../../components/described'
import type { ReviewedRecord } from '../../shared/contract'
import { isBlank, limits, needsReason } from '../../shared/records'
import { approvedNumber } from './phrases'

type Props = {
  record: ReviewedRecord
  busy: boolean
  /** Null for records without 家次. */
  onApprove: (approvedAttendances: number | null, reason: string) => void
  onReturn: () => void
  /** Records that follow in the list. */
  left: number
  onSkip: () => void
}

export default function Decision({ record, busy, onApprove, onReturn, left, onSkip }: Props) {
  const { payload, participants, state } = record
  const declared = payload.kind === 'activity' ? payload.attendances : null
  const [text, setText] = useState(declared === null ? '' : String(record.presetAttendances ?? declared))
  const [reason, setReason] = useState('')
  const number = declared === null ? { value: null } : approvedNumber(text, limits.attendances)
  const open = state === 'submitted'
  const confirmed = participants.scan + participants.staffScan + participants.staffEntry
  const explains = declared !== null && 'value' in number && needsReason(declared, number.value)
  const choices = [
    { title: '申报', value: declared ?? 0 },
    { title: '已登记', value: confirmed },
    { title: '扫码', value: participants.scan },
  ]
  const above = open && declared !== null && (
    <>
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
        {'error' in number ? (
          <View>{number.error}</View>
        ) : (
          choices.map(({ title, value }) => (
            <View
              key={title}
              className="review-choice"
              onClick={() => setText(String(value))}
              {...described(`按${title} ${value} 家次核定`, 'button')}
            >
              {title} {value}
            </View>
          ))
        )}
      </View>
      {explains && (
        <Input
          className="review-reason"
          value={reason}
          placeholder="核定家次高于申报，请写明原因"
          maxLength={limits.reasonLength}
          onChange={(value) => setReason(value)}
        />
      )}
    </>
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
          disabled={busy || record.ownRecord || 'error' in number || (explains && isBlank(reason))}
          onClick={() => 'value' in number && onApprove(number.value, explains ? reason : '')}
        >
          通过
        </Button>
      )}
    </BottomBar>
  )
}
