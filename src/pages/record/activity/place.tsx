/** The place: typed, and if the person likes also measured or chosen on a map. Refusing leaves the form as it is. */
import { Text, View } from '@tarojs/components'
import { Input } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { location, type Located } from '../../../phone'
import FieldRow from '../../../components/field-row'
import { inputLength, limits } from '../../../shared/records'
import OfferedPlaces from '../offered-places'
import type { ActivityFields, Spot } from './fields'

type Props = { fields: ActivityFields; error?: string; onChange: (fields: ActivityFields) => void }

const REFUSED = '没有取得位置,不影响保存,直接填写地点即可'

export default function PlaceField({ fields, error, onChange }: Props) {
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const { place, spot } = fields

  async function ask(find: () => Promise<Located | null>, method: Spot['method']): Promise<void> {
    if (busy) return
    setBusy(true)
    const found = await find()
    setBusy(false)
    setNote(found ? '' : REFUSED)
    if (!found) return
    const { latitude, longitude, accuracy, name } = found
    onChange({ ...fields, place: name ?? place, spot: { method, latitude, longitude, accuracy } })
  }

  const { choose } = location
  return (
    <FieldRow label="地点" required error={error} hint={note || spotText(spot)} stacked>
      <Input
        value={place}
        placeholder="如:浏阳经开区企业服务中心"
        maxLength={inputLength(limits.placeLength)}
        onChange={(value) => onChange({ ...fields, place: value })}
      />
      <OfferedPlaces typed={place} onChoose={(name) => onChange({ ...fields, place: name })} />
      <View className="record-place">
        <View className="record-link" onClick={() => void ask(location.here, 'located')} aria-role="button">
          {busy ? '正在定位…' : '记下当前位置'}
        </View>
        {choose && (
          <View className="record-link" onClick={() => void ask(choose, 'chosen')} aria-role="button">
            地图选点
          </View>
        )}
        {spot && (
          <View
            className="record-link"
            onClick={() => onChange({ ...fields, spot: null })}
            aria-role="button"
          >
            <Text>清除位置</Text>
          </View>
        )}
      </View>
    </FieldRow>
  )
}

function spotText(spot: Spot | null): string | undefined {
  if (!spot) return undefined
  if (spot.method === 'chosen') return '已记下地图上选的位置'
  return spot.accuracy === undefined
    ? '已记下当前位置'
    : `已记下当前位置,误差约 ${Math.round(spot.accuracy)} 米`
}
