/** A choice among a few words, all in sight. The chosen one is filled and bold, and says so to those who hear it. */
import { View } from '@tarojs/components'
import './index.scss'

export type Chip<Value extends string> = { value: Value; title: string }
type Props<Value extends string> = {
  label: string
  options: readonly Chip<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  /** Small chips that stand in a row with their label. */
  end?: boolean
}

export default function Chips<Value extends string>({
  label,
  options,
  value,
  onChange,
  end = false,
}: Props<Value>) {
  return (
    <View className={end ? 'chips chips-end' : 'chips'} aria-label={label}>
      {options.map((option) => {
        const chosen = option.value === value
        return (
          <View
            key={option.value}
            className="chips-touch"
            onClick={() => onChange(option.value)}
            aria-role="radio"
            aria-checked={chosen}
          >
            <View className={chosen ? 'chips-chip chips-chosen' : 'chips-chip'}>{option.title}</View>
          </View>
        )
      })}
    </View>
  )
}
