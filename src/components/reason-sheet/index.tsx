/** Asks for a reason in words before something is returned or withdrawn; common phrases at a tap. */
import { View } from '@tarojs/components'
import { TextArea } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { limits } from '../../shared/records'
import Sheet from '../sheet'
import './index.scss'

type Props = {
  title: string
  action: string
  hint: string
  phrases?: readonly string[]
  visible: boolean
  busy: boolean
  error?: string
  onClose: () => void
  onSend: (reason: string) => void
}

export default function ReasonSheet({
  title,
  action,
  hint,
  phrases = [],
  visible,
  busy,
  error,
  onClose,
  onSend,
}: Props) {
  const [reason, setReason] = useState('')
  const add = (phrase: string) => setReason((now) => (now === '' ? phrase : `${now};${phrase}`))
  return (
    <Sheet
      title={title}
      visible={visible}
      onClose={onClose}
      action={action}
      busy={busy}
      disabled={reason.trim() === ''}
      onAction={() => onSend(reason.trim())}
    >
      <View className="reason-sheet-hint">{hint}</View>
      {phrases.length > 0 && (
        <View className="reason-sheet-phrases">
          {phrases.map((phrase) => (
            <View key={phrase} className="reason-sheet-phrase" onClick={() => add(phrase)} aria-role="button">
              {phrase}
            </View>
          ))}
        </View>
      )}
      <TextArea
        className="reason-sheet-text"
        value={reason}
        placeholder="请写明原因"
        maxLength={limits.reasonLength}
        showCount
        onChange={setReason}
      />
      {error !== undefined && error !== '' && <View className="reason-sheet-error">{error}</View>}
    </Sheet>
  )
}
