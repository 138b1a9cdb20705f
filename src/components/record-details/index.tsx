/** What was entered in a record, line by line; long texts below their label. */
import { View } from '@tarojs/components'
import { detailsOf } from '../../format'
import { now } from '../../phone'
import { shanghaiDate } from '../../shared/calendar'
import type { RecordPayload } from '../../shared/records'
import './index.scss'

export default function RecordDetails({ payload }: { payload: RecordPayload }) {
  const thisYear = shanghaiDate(now()).slice(0, 4)
  return (
    <View className="record-details">
      {detailsOf(payload, thisYear).map(({ label, value, long }) => (
        <View key={label} className={long ? 'record-details-long' : 'record-details-line'}>
          <View className="record-details-label">{label}</View>
          <View className="record-details-value">{value}</View>
        </View>
      ))}
    </View>
  )
}
