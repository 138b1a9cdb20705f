/** A field of a form: its label, what is entered, and right below it what is wrong or helps. */
import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './index.scss'

type Props = PropsWithChildren<{
  label: string
  /** The message of this field; empty or undefined while it is well. */
  error?: string
  /** What helps while nothing is wrong. */
  hint?: ReactNode
  required?: boolean
  /** The content below the label in full width instead of at its right. */
  stacked?: boolean
  onTap?: () => void
}>

export default function FieldRow({
  label,
  error,
  hint,
  required = false,
  stacked = false,
  onTap,
  children,
}: Props) {
  const wrong = error !== undefined && error !== ''
  return (
    <View className={wrong ? 'field-row field-row-wrong' : 'field-row'} onClick={onTap}>
      <View className={stacked ? 'field-row-line field-row-stacked' : 'field-row-line'}>
        <View className="field-row-label">
          {label}
          {required && <Text className="field-row-required"> 必填</Text>}
        </View>
        <View className="field-row-content">{children}</View>
        {onTap && <View className="field-row-arrow" />}
      </View>
      {wrong ? (
        <View className="field-row-error" aria-role="alert">
          {error}
        </View>
      ) : (
        hint !== undefined && <View className="field-row-hint">{hint}</View>
      )}
    </View>
  )
}
