/** Declared 家次 beside what enterprises confirmed, by source. Differences are shown, not decided. */
import { View } from '@tarojs/components'
import { count } from '../../components/figures'
import ProgressBar from '../../components/progress-bar'
import SectionCard from '../../components/section-card'
import { participantsText } from '../../components/record-details'
import Participants from '../../components/participants'
import { useAsk } from '../../phone'
import type { StoredRecord } from '../../shared/contract'
import { attendanceWarning } from './phrases'

export default function Numbers({ declared, record }: { declared: number; record: StoredRecord }) {
  const { scan, staffScan, staffEntry } = record.participants
  const confirmed = scan + staffScan + staffEntry
  const list = useAsk('confirm', 'list', { activityId: record.id })
  const warning = attendanceWarning(declared, confirmed)
  return (
    <SectionCard title="参与企业">
      <View className="review-numbers">
        <View className="review-number">
          <View className="review-figure">{declared}</View>
          <View className="review-quiet">申报家次</View>
        </View>
        <View className="review-number">
          <View className="review-figure">{confirmed}</View>
          <View className="review-quiet">已确认(家)</View>
        </View>
        <View className="review-number">
          <View className="review-figure">{scan}</View>
          <View className="review-quiet">其中扫码</View>
        </View>
      </View>
      <ProgressBar
        label="扫码确认占申报的比例"
        counted={declared > 0 ? scan / declared : 0}
        onTheWay={declared > 0 ? (staffScan + staffEntry) / declared : 0}
      />
      <View className="review-quiet">
        {participantsText(record.participants) || `没有企业确认,申报 ${count(declared, '家次')}`}
      </View>
      {warning !== null && <View className="review-warning">{warning}</View>}
      {list.data && <Participants participations={list.data.participations} />}
    </SectionCard>
  )
}
