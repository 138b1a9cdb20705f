/** What deserves a second look. It is shown; the reviewer decides. */
import { View } from '@tarojs/components'
import SectionCard from '../../components/section-card'
import { signText } from '../../components/words'
import type { Sign } from '../../shared/records'

export default function Signs({ signs }: { signs: readonly Sign[] }) {
  if (signs.length === 0) return null
  return (
    <SectionCard title="需要留意" note="只作提示,由您看过材料后判断。">
      {signs.map((sign) => (
        <View key={sign.kind} className="review-warning">
          {signText(sign)}
        </View>
      ))}
    </SectionCard>
  )
}
