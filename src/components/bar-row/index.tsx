/** A name, its points and its bar: one line of a card or of the progress screen. */
import { Text, View } from '@tarojs/components'
import { percent, shortPoints } from '../figures'
import ProgressBar from '../progress-bar'
import './index.scss'

type Props = {
  title: string
  /** Share of the total, 0…1. */
  weight?: number | null
  /** Counted points; null while nothing can be said. */
  points: number | null
  /** Points on the way, beyond those counted. */
  onTheWay?: number
  max: number
  pace?: number | null
  note?: string
  onTap?: () => void
}

export default function BarRow({ title, weight, points, onTheWay = 0, max, pace, note, onTap }: Props) {
  return (
    <View
      className={onTap ? 'bar-row bar-row-open' : 'bar-row'}
      onClick={onTap}
      hoverClass={onTap ? 'pressed' : 'none'}
    >
      <View className="bar-row-head">
        <View className="bar-row-title">
          {title}
          {weight != null && <Text className="bar-row-quiet"> {percent(weight)}</Text>}
        </View>
        <View className="bar-row-points">
          {points === null ? '—' : shortPoints(points)}
          <Text className="bar-row-quiet"> / {shortPoints(max)}</Text>
        </View>
      </View>
      <ProgressBar
        label={title}
        counted={max > 0 ? (points ?? 0) / max : 0}
        onTheWay={max > 0 ? onTheWay / max : 0}
        pace={pace}
      />
      {note !== undefined && note !== '' && <View className="bar-row-note">{note}</View>}
    </View>
  )
}
