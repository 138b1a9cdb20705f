/** The rows of a ranking: rank, name, bar, total, places won or lost; one's own stands out. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { count, movementText, points } from '../../components/figures'
import ProgressBar from '../../components/progress-bar'
import type { RankingRow } from '../../shared/contract'
import { shownRows } from './next-place'

type Props = { rows: readonly RankingRow[]; mine: string | null; onOpen: (row: RankingRow) => void }

export default function Rows({ rows, mine, onOpen }: Props) {
  const [all, setAll] = useState(false)
  const shown = shownRows(rows, mine, all)
  return (
    <View className="ranking-rows">
      {shown.map(({ row, index }, place) => (
        <View key={row.resultId}>
          {place > 0 && index !== (shown[place - 1]?.index ?? 0) + 1 && (
            <View className="ranking-jump">···</View>
          )}
          <Row row={row} own={row.platform.id === mine} onOpen={() => onOpen(row)} />
        </View>
      ))}
      {(all || shown.length < rows.length) && (
        <View className="ranking-more" onClick={() => setAll((now) => !now)} aria-role="button">
          {all ? '收起' : `看全部 ${count(rows.length, '名')}`}
        </View>
      )}
    </View>
  )
}

function Row({ row, own, onOpen }: { row: RankingRow; own: boolean; onOpen: () => void }) {
  const { platform, rank, total, movement, grade } = row
  const moved = movement !== null && movement > 0 ? 'ranking-up' : ''
  return (
    <View
      className={own ? 'ranking-row ranking-own' : 'ranking-row'}
      hoverClass="ranking-pressed"
      onClick={onOpen}
    >
      <View className="ranking-rank">{rank ?? '—'}</View>
      <View className="ranking-main">
        <View className="ranking-name">
          {platform.name}
          {own && <Text className="ranking-mine"> 我的平台</Text>}
          {grade !== null && <Text className="ranking-mine"> {grade}</Text>}
        </View>
        <ProgressBar thin label={`${platform.name} 总分`} counted={total / 100} />
      </View>
      <View className="ranking-end">
        <View className="ranking-total">
          {points(total)}
          <Text className="ranking-quiet"> 分</Text>
        </View>
        <View className={`ranking-quiet ${moved}`}>{movementText(movement)}</View>
      </View>
    </View>
  )
}
