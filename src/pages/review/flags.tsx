/** What deserves a second look, with what changed and with the twins. It is shown; the reviewer decides. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import SectionCard from '../../components/section-card'
import type { RiskFlag, Twin } from '../../shared/flags'
import { changeText, flagText, twinText } from './flag-text'

export default function Flags({ flags }: { flags: readonly RiskFlag[] }) {
  if (flags.length === 0) return null
  return (
    <SectionCard title="需要留意" note="只作提示，由您看过材料后判断。">
      {flags.map((flag) => (
        <View key={flag.kind} className="review-warning">
          {flagText(flag)}
          {flag.changes.map((change) => (
            <View key={`${change.field} ${change.from}`} className="review-quiet">
              {changeText(change)}
            </View>
          ))}
          {flag.twins.map((twin, index) => (
            <TwinLine key={twin.recordId ?? index} twin={twin} />
          ))}
        </View>
      ))}
    </SectionCard>
  )
}

function TwinLine({ twin }: { twin: Twin }) {
  const { recordId } = twin
  if (recordId === null) return <View className="review-quiet">{twinText(twin)}</View>
  return (
    <View
      className="review-twin"
      onClick={() => void Taro.navigateTo({ url: `/pages/review/index?id=${recordId}` })}
      aria-role="button"
    >
      {twinText(twin)} ›
    </View>
  )
}
