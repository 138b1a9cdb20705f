/** What belongs to a whole thing, and which of it is there. A sign and a word say it, not the colour alone. */
import { View } from '@tarojs/components'
import './index.scss'

type Item = { id: string; title: string; done: boolean; unchecked?: boolean }

export default function CheckList({ items }: { items: readonly Item[] }) {
  return (
    <View className="check-list">
      {items.map((item) => (
        <View key={item.id} className={item.done ? 'check-list-item check-list-done' : 'check-list-item'}>
          <View className="check-list-sign">{item.done ? '✓' : '○'}</View>
          <View className="check-list-title">{item.title}</View>
          <View className="check-list-word">{item.done ? '有' : item.unchecked ? '待核对' : '还缺'}</View>
        </View>
      ))}
    </View>
  )
}
