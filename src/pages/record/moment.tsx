/** A day and a time of day, each picked by itself, in Asia/Shanghai. */
import { Picker, View } from '@tarojs/components'
import { now } from '../../phone'
import { dayText } from '../../components/figures'
import { shanghaiDate, shanghaiInstant, shanghaiTime } from '../../shared/calendar'

type Props = { label: string; instant: string; onChange: (instant: string) => void }

export default function Moment({ label, instant, onChange }: Props) {
  const date = shanghaiDate(instant)
  const time = shanghaiTime(instant)
  return (
    <View className="record-moment">
      <Day label={label} date={date} onChange={(day) => onChange(shanghaiInstant(day, time))} />
      <Picker
        mode="time"
        value={time}
        onChange={(event) => onChange(shanghaiInstant(date, event.detail.value))}
      >
        <View className="record-picked" aria-label={`${label}时间`}>
          {time}
        </View>
      </Picker>
    </View>
  )
}

/** `date`: empty while none is chosen. */
type DayProps = { label: string; date: string; onChange: (date: string) => void }

export function Day({ label, date, onChange }: DayProps) {
  const today = shanghaiDate(now())
  return (
    <Picker mode="date" value={date || today} onChange={(event) => onChange(event.detail.value)}>
      <View
        className={date === '' ? 'record-picked record-picked-none' : 'record-picked'}
        aria-label={`${label}日期`}
      >
        {date === '' ? '请选择' : dayText(date, today.slice(0, 4))}
      </View>
    </Picker>
  )
}
