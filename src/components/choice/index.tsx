/** A choice among several words, of which only the chosen one is in sight; the others come up at a tap. */
import { Picker, View } from '@tarojs/components'
import './index.scss'

type Props<Value> = {
  options: readonly { value: Value; title: string }[]
  value: Value
  onChoose: (value: Value) => void
}

export default function Choice<Value extends string | null>({ options, value, onChoose }: Props<Value>) {
  const at = options.findIndex((option) => option.value === value)
  return (
    <Picker
      mode="selector"
      range={options.map(({ title }) => title)}
      value={at}
      onChange={(event) => {
        const chosen = options[Number(event.detail.value)]
        if (chosen) onChoose(chosen.value)
      }}
    >
      <View className="choice">{options[at]?.title} ▾</View>
    </Picker>
  )
}
