/** Beginning and end, day and time each, in Asia/Shanghai. */
import { Picker, View } from '@tarojs/components'
import { now } from '../../../phone'
import FieldRow from '../../../components/field-row'
import { dayText } from '../../../components/figures'
import { dayOf, timeOf, withEnd, withStart, type ActivityFields } from './fields'

type Props = { fields: ActivityFields; error?: string; onChange: (fields: ActivityFields) => void }

export default function When({ fields, error, onChange }: Props) {
  const { startsAt, endsAt } = fields
  return (
    <>
      <FieldRow label="开始">
        <Moment
          label="开始"
          instant={startsAt}
          onChange={(date, time) => onChange(withStart(fields, date, time))}
        />
      </FieldRow>
      <FieldRow label="结束" error={error}>
        <Moment
          label="结束"
          instant={endsAt}
          onChange={(date, time) => onChange(withEnd(fields, date, time))}
        />
      </FieldRow>
    </>
  )
}

type MomentProps = { label: string; instant: string; onChange: (date: string, time: string) => void }

function Moment({ label, instant, onChange }: MomentProps) {
  const date = dayOf(instant)
  const time = timeOf(instant)
  return (
    <View className="record-moment">
      <Picker mode="date" value={date} onChange={(event) => onChange(event.detail.value, time)}>
        <View className="record-picked" aria-label={`${label}日期`}>
          {dayText(date, dayOf(now().toISOString()).slice(0, 4))}
        </View>
      </Picker>
      <Picker mode="time" value={time} onChange={(event) => onChange(date, event.detail.value)}>
        <View className="record-picked" aria-label={`${label}时间`}>
          {time}
        </View>
      </Picker>
    </View>
  )
}
