/**
 * Asks for a reason in words before something is decided; common phrases at a tap. What else is decided stands
 * above it, as children.
 */
import { View } from '@tarojs/components'
import { TextArea } from '@nutui/nutui-react-taro'
import { useState, type PropsWithChildren } from 'react'
import { inputLength, isBlank, limits } from '../../shared/records'
import Sheet from '../sheet'
import './index.scss'

export { useReason } from './use-reason'

type Props = PropsWithChildren<{
  title: string
  action: string
  hint: string
  phrases?: readonly string[]
  placeholder?: string
  visible: boolean
  busy: boolean
  /** Something else is still missing. */
  disabled?: boolean
  error?: string
  onClose: () => void
  onSend: (reason: string) => void
}>

export default function ReasonSheet({
  title,
  action,
  hint,
  phrases = [],
  placeholder = '请写明原因',
  visible,
  busy,
  disabled = false,
  error,
  onClose,
  onSend,
  children,
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
      disabled={disabled || isBlank(reason)}
      onAction={() => onSend(reason.trim())}
    >
      {children}
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
        placeholder={placeholder}
        maxLength={inputLength(limits.reasonLength)}
        showCount
        onChange={setReason}
      />
      {error !== undefined && error !== '' && <View className="reason-sheet-error">{error}</View>}
    </Sheet>
  )
}
