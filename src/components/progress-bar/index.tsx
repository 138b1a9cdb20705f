/** How much of something is reached: solid = counted, hatched = on the way, tick = where today's pace stands. */
import { View } from '@tarojs/components'
import { described } from '../described'
import { percent } from '../figures'
import './index.scss'

type Props = {
  /** What the bar is about, for those who hear it. */
  label: string
  /** Shares of the whole, 0…1. `onTheWay` comes after `counted`. */
  counted: number
  onTheWay?: number
  pace?: number | null
  thin?: boolean
}

const within = (share: number) => Math.min(1, Math.max(0, share))
const width = (share: number) => `${Math.round(within(share) * 10000) / 100}%`

export default function ProgressBar({ label, counted, onTheWay = 0, pace = null, thin = false }: Props) {
  const solid = within(counted)
  const hatched = Math.min(1 - solid, within(onTheWay))
  const words = [
    `${label} 已计 ${percent(solid)}`,
    ...(hatched > 0 ? [`待审核 ${percent(hatched)}`] : []),
    ...(pace === null ? [] : [`今天应到 ${percent(within(pace))}`]),
  ]
  return (
    <View
      className={thin ? 'progress-bar progress-bar-thin' : 'progress-bar'}
      {...described(words.join(','))}
    >
      <View className="progress-bar-track">
        <View className="progress-bar-hatched" style={{ width: width(solid + hatched) }} />
        <View className="progress-bar-solid" style={{ width: width(solid) }} />
      </View>
      {pace !== null && <View className="progress-bar-pace" style={{ left: width(pace) }} />}
    </View>
  )
}
