/** The next steps by what they bring to the total. */
import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import type { Live } from '../../phone'
import { gain } from '../../components/figures'
import SectionCard from '../../components/section-card'

export default function Advice({ live, period }: { live: Live; period: string }) {
  const { advice, progress } = live
  if (advice.length === 0) {
    return (
      <SectionCard title="接下来最划算">
        <View className="progress-quiet">能靠多办、多报得分的指标都已满分。</View>
      </SectionCard>
    )
  }
  return (
    <SectionCard title="接下来最划算" extra={<View className="progress-quiet">总分</View>}>
      {advice.map((step) => (
        <View
          key={`${step.fact}/${step.kind}`}
          className="progress-step"
          onClick={() => {
            const query = `platform=${encodeURIComponent(progress.platform.id)}&period=${period}`
            void Taro.navigateTo({
              url: `/pages/node/index?${query}&node=${encodeURIComponent(step.criterion)}`,
            })
          }}
          aria-role="link"
        >
          <View className="progress-step-main">
            <View className="progress-step-text">{emphasised(step.text, String(step.amount))}</View>
            <View className="progress-quiet">
              {step.progress === '' ? step.title : `${step.title} · ${step.progress}`}
            </View>
          </View>
          <View className="progress-gain">{gain(step.total)} 分</View>
        </View>
      ))}
    </SectionCard>
  )
}

/** The number of the step in bold, where the phrase has it. */
function emphasised(text: string, amount: string) {
  const at = text.indexOf(amount)
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <Text className="progress-amount">{amount}</Text>
      {text.slice(at + amount.length)}
    </>
  )
}
