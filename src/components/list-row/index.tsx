/** A line of a list: a title of at most two lines, a note below, a value or tag at the right; at least 44 px high. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.scss'

type Props = {
  title: ReactNode
  note?: ReactNode
  /** Before the title: a rank, a mark. */
  lead?: ReactNode
  /** At the right: a figure, a tag. */
  value?: ReactNode
  highlighted?: boolean
  onTap?: () => void
}

export default function ListRow({ title, note, lead, value, highlighted = false, onTap }: Props) {
  return (
    <View
      className={highlighted ? 'list-row list-row-highlighted' : 'list-row'}
      hoverClass={onTap ? 'list-row-pressed' : 'none'}
      onClick={onTap}
    >
      {lead !== undefined && <View className="list-row-lead">{lead}</View>}
      <View className="list-row-main">
        <View className="list-row-title">{title}</View>
        {note !== undefined && note !== '' && <View className="list-row-note">{note}</View>}
      </View>
      {value !== undefined && <View className="list-row-value">{value}</View>}
      {onTap && <View className="list-row-arrow" />}
    </View>
  )
}
