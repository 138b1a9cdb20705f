/** What the record in the form will bring once it is approved. */
import { CustomWrapper, Text, View } from '@tarojs/components'
import { useProgress, worth } from '../../phone'
import { gain, points } from '../../components/figures'
import type { RecordPayload } from '../../shared/records'
import { criterionText, possibleText } from './worth-text'

type Props = {
  id: string
  payload: RecordPayload | null
  /** The same with everything done that it can still gain by. */
  atBest: RecordPayload | null
  /** When that would be. */
  bestWhen: string
}

export default function WorthLine({ id, payload, atBest, bestWhen }: Props) {
  // The standing may arrive while the form is open.
  const { live } = useProgress()
  const value = payload && live ? worth(id, payload) : null
  // What brings nothing yet, or costs, may bring something once it is published and complete.
  const best = value && value.total <= 0 && atBest ? worth(id, atBest, true) : null
  const possible = best && value && best.total > value.total ? best : null
  const criterion = value && criterionText(value)
  return (
    <CustomWrapper>
      {criterion !== null && (
        <View className="record-worth">
          {label}
          <View className="record-worth-criterion">{criterion}</View>
        </View>
      )}
      <View className="record-worth">
        {criterion === null && label}
        {value === null ? (
          <View className="record-worth-quiet">{hint(payload, live !== null)}</View>
        ) : (
          <View className="record-worth-line">
            <Text className={value.total > 0 ? 'record-worth-gain' : 'record-worth-none'}>
              {gain(value.total)}
            </Text>
            <Text className="record-worth-quiet">
              {value.total !== 0 && possible === null
                ? ` 分 · 总分 ${points(value.before)} → ${points(value.after)}`
                : ` 分,${possible === null ? '暂不增加总分' : possibleText(bestWhen, possible)}`}
            </Text>
          </View>
        )}
      </View>
    </CustomWrapper>
  )
}

const label = <View className="record-worth-label">通过审核后</View>

function hint(payload: RecordPayload | null, known: boolean): string {
  if (payload === null) return '选好类别后显示能加多少分'
  return known ? '这条记录已计入待审核的分数' : '联网后显示能加多少分'
}
