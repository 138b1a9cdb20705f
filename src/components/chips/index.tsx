/** A choice among a few words, all in sight, of one or of several. What is chosen is filled and bold, and says so to those who hear it. */
import { View } from '@tarojs/components'
import './index.scss'

export type Chip<Value extends string> = { value: Value; title: string }
type Props<Value extends string> = {
  label: string
  options: readonly Chip<Value>[]
  /** A list where several may be chosen. */
  value: Value | null | readonly Value[]
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
  const several = value !== null && typeof value === 'object'
  return (
    <View className={end ? 'chips chips-end' : 'chips'} aria-label={label}>
      {options.map((option) => {
        const chosen = several ? value.includes(option.value) : option.value === value
        return (
          <View
            key={option.value}
            className="chips-touch"
            onClick={() => onChange(option.value)}
            aria-role={several ? 'checkbox' : 'radio'}
            aria-checked={chosen}
          >
            <View className={chosen ? 'chips-chip chips-chosen' : 'chips-chip'}>{option.title}</View>
          </View>
        )
      })}
    </View>
  )
}
