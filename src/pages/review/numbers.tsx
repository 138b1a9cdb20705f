/** Declared 家次 beside what enterprises confirmed, by source. Differences are shown, not decided. */
import { View } from '@tarojs/components'
import { count } from '../../components/figures'
import Participants from '../../components/participants'
import ProgressBar from '../../components/progress-bar'
import SectionCard from '../../components/section-card'
import { sourceTitles } from '../../components/words'
import { useAsk } from '../../phone'
import type { StoredRecord } from '../../shared/contract'

type Props = { declared: number; record: StoredRecord & { newEntries?: readonly string[] } }

export default function Numbers({ declared, record }: Props) {
  const { scan, staffScan, staffEntry } = record.participants
  const confirmed = scan + staffScan + staffEntry
  const list = useAsk('confirm', 'list', { activityId: record.id })
  return (
    <SectionCard title="参与企业">
      <View className="review-numbers">
        <Figure value={declared} title="申报家次" />
        <Figure value={confirmed} title="已确认(家)" />
      </View>
      <ProgressBar
        label="扫码确认占申报的比例"
        counted={declared > 0 ? scan / declared : 0}
        onTheWay={declared > 0 ? (staffScan + staffEntry) / declared : 0}
      />
      <View className="review-numbers review-sources">
        <Figure value={scan} title={sourceTitles.scan} small />
        <Figure value={staffScan} title={sourceTitles['staff-scan']} small />
        <Figure value={staffEntry} title={sourceTitles['staff-entry']} small />
      </View>
      {confirmed === 0 && <View className="review-quiet">没有企业确认,申报 {count(declared, '家次')}</View>}
      {record.newEntries !== undefined && record.newEntries.length > 0 && (
        <View className="review-quiet">上次通过之后收到：{record.newEntries.join('、')}</View>
      )}
      {list.data && <Participants {...list.data} />}
    </SectionCard>
  )
}

function Figure({ value, title, small = false }: { value: number; title: string; small?: boolean }) {
  return (
    <View className="review-number">
      <View className={small ? 'review-figure review-figure-small' : 'review-figure'}>{value}</View>
      <View className="review-quiet">{title}</View>
    </View>
  )
}
