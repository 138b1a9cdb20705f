/** The records behind a node: those that count, and those that do not with the reason. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '../../phone'
import { count, momentText } from '../../components/figures'
import ListRow from '../../components/list-row'
import Notice from '../../components/notice'
import { failureOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import StateTag from '../../components/state-tag'
import Tag from '../../components/tag'
import type { RecordBehind } from '../../shared/contract'
import { noteOf } from './note'

const FEW = 20

/** `computedAt`: of a result that is frozen, whose points no later change touches. */
type Props = { platform: string; period: string; node: string; computedAt?: string }

export default function Behind({ platform, period, node, computedAt }: Props) {
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
      {computedAt !== undefined && (
        <Notice>下列为现在的记录;这个结果算于 {momentText(computedAt)},已冻结,此后的变动不在分内。</Notice>
      )}
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
          onTap={wayTo(row)}
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

/** To the record, or to the report that a figure is from. */
function wayTo({ recordId, report }: RecordBehind): (() => void) | undefined {
  if (recordId !== null) return () => void Taro.navigateTo({ url: `/pages/activity/index?id=${recordId}` })
  if (!report?.open) return undefined
  const query = `platform=${encodeURIComponent(report.platformId)}&kind=monthly&period=${report.month}`
  return () => void Taro.navigateTo({ url: `/pages/filings/index?${query}` })
}
