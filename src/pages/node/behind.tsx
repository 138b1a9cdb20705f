/** The records behind a node: those that count, and those that do not with the reason. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '../../phone'
import { count, dayText } from '../../components/figures'
import ListRow from '../../components/list-row'
import { failureOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import StateTag from '../../components/state-tag'
import Tag from '../../components/tag'
import type { RecordBehind } from '../../shared/contract'

const FEW = 20

type Props = { platform: string; period: string; node: string }

export default function Behind({ platform, period, node }: Props) {
  const asked = useAsk('standing', 'behind', { platformId: platform, period, node })
  if (!asked.data) {
    return (
      <SectionCard title="计分记录">
        {asked.status === 'failed' ? (
          <View className="node-quiet" onClick={() => void asked.reload()}>
            {failureOf(asked.failure).title},点这里再试一次
          </View>
        ) : (
          <View className="node-quiet">正在读取…</View>
        )}
      </SectionCard>
    )
  }
  const counted = asked.data.rows.filter((row) => row.counts)
  const others = asked.data.rows.filter((row) => !row.counts)
  return (
    <>
      <Rows title="计分记录" rows={counted} nothing="还没有计入的记录。" />
      {others.length > 0 && <Rows title="未计分" rows={others} nothing="" />}
    </>
  )
}

function Rows({ title, rows, nothing }: { title: string; rows: RecordBehind[]; nothing: string }) {
  const [all, setAll] = useState(false)
  return (
    <SectionCard title={title} extra={count(rows.length, '条')}>
      {rows.length === 0 && <View className="node-quiet">{nothing}</View>}
      {(all ? rows : rows.slice(0, FEW)).map((row) => (
        <ListRow
          key={row.id}
          title={row.title}
          note={noteOf(row)}
          value={
            row.state && row.state !== 'approved' ? (
              <StateTag state={row.state} />
            ) : (
              <Tag tone={row.counts ? 'jade' : 'grey'}>{row.counts ? '计入' : '不计分'}</Tag>
            )
          }
          onTap={
            row.recordId === null
              ? undefined
              : () => void Taro.navigateTo({ url: `/pages/activity/index?id=${row.recordId}` })
          }
        />
      ))}
      {rows.length > FEW && (
        <View className="node-more" onClick={() => setAll((now) => !now)} aria-role="button">
          {all ? '收起' : `看全部 ${count(rows.length, '条')}`}
        </View>
      )}
    </SectionCard>
  )
}

function noteOf({ date, counts, why, decidedBy }: RecordBehind): string {
  // That it counts is said by its place and its tag.
  const reason = counts && why === '计入' ? '' : why
  return [dayText(date), reason, decidedBy === null ? '' : `${decidedBy} 审定`]
    .filter((part) => part !== '')
    .join(' · ')
}
