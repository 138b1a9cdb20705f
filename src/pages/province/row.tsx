/** A platform of the overview: its name, what asks for attention, and its latest total and rank. */
import { View } from '@tarojs/components'
import { count, points } from '../../components/figures'
import ListRow from '../../components/list-row'
import Tag from '../../components/tag'
import type { OverviewRow } from '../../shared/contract'
import { concernsOf } from './arrange'

export default function Row({ row, onOpen }: { row: OverviewRow; onOpen: (row: OverviewRow) => void }) {
  const { platform, result, waiting, overdue, filingsWaiting, filingsOverdue, exclusion } = row
  const inTime = waiting - overdue
  const filingsInTime = filingsWaiting - filingsOverdue
  const concerns = concernsOf(row)
  return (
    <ListRow
      title={platform.name}
      note={
        <View className="province-tags">
          {concerns.map(({ tone, text }) => (
            <Tag key={text} tone={tone}>
              {text}
            </Tag>
          ))}
          {inTime > 0 && <Tag>待审核 {inTime}</Tag>}
          {filingsInTime > 0 && <Tag>待审定 {filingsInTime}</Tag>}
          {exclusion && <Tag>不纳入评价</Tag>}
          {concerns.length === 0 && waiting + filingsWaiting === 0 && !exclusion && <View>没有待办</View>}
        </View>
      }
      value={
        result ? (
          <View>
            {points(result.total)} 分
            <View className="province-quiet">
              {result.rank === null ? '不排名' : `第 ${count(result.rank, '名')}`}
            </View>
          </View>
        ) : (
          <View className="province-quiet">没有结果</View>
        )
      }
      onTap={() => onOpen(row)}
    />
  )
}
