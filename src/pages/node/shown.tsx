/** A node of a card: points, how they come about, where they stand, and the records behind them. */
import { View } from '@tarojs/components'
import BigNumber from '../../components/big-number'
import { percent, points, shortPoints } from '../../components/figures'
import Notice from '../../components/notice'
import ProgressBar from '../../components/progress-bar'
import SectionCard from '../../components/section-card'
import { pathOf, statusWords } from '../../components/stored-card'
import Tag from '../../components/tag'
import type { Card, CardNode } from '../../shared/scoring'
import Behind from './behind'

type Props = {
  card: Card
  node: CardNode
  platform: string
  period: string
  onTheWay?: number
  computedAt?: string
}

export default function Shown({ card, node, platform, period, onTheWay = 0, computedAt }: Props) {
  const section = card.sections.find((each) => each.id === node.section)
  const criteria = card.nodes.filter((each) => each.group === node.id)
  const warnings = card.warnings.filter((warning) => warning.criterion === node.id)
  return (
    <>
      <View className="node-path">{pathOf(card, node)}</View>
      <SectionCard>
        <BigNumber
          value={node.points === null ? '—' : shortPoints(node.points)}
          unit={`/ ${shortPoints(node.max)} 分`}
          beside={
            node.status === 'counted' ? (
              node.label && <Tag tone="jade">{node.label}</Tag>
            ) : (
              <Tag tone="amber">{statusWords[node.status]}</Tag>
            )
          }
        />
        <ProgressBar
          label={node.title}
          counted={node.max > 0 ? (node.points ?? 0) / node.max : 0}
          onTheWay={node.max > 0 ? onTheWay / node.max : 0}
        />
        {onTheWay > 0 && (
          <View className="node-quiet">斜纹:待审核,通过后再加 {shortPoints(onTheWay)} 分</View>
        )}
        <View className="node-how">
          <View className="node-quiet">怎么算的</View>
          {node.rule !== '' && <View>{node.rule}</View>}
          <View className="node-why">{node.why}</View>
          {section && (
            <View className="node-quiet">
              计入总分 <View className="node-share">{points(node.share)}</View> 分({section.short}占{' '}
              {percent(section.weight)})
            </View>
          )}
          {node.points === null && <View className="node-quiet">补齐之前按 0 分计入总分</View>}
        </View>
      </SectionCard>
      {warnings.map((warning) => (
        <Notice key={warning.text} tone="amber">
          {warning.text}
        </Notice>
      ))}
      {criteria.length > 0 && (
        <SectionCard title="包含">
          {criteria.map((each) => (
            <View key={each.id} className="node-criterion">
              <View className="node-criterion-title">{each.title}</View>
              <View>
                {each.points === null ? statusWords[each.status] : shortPoints(each.points)} /{' '}
                {shortPoints(each.max)}
              </View>
            </View>
          ))}
        </SectionCard>
      )}
      {node.clause !== '' && (
        <SectionCard>
          <View className="node-quiet">依据</View>
          <View>{node.clause}</View>
        </SectionCard>
      )}
      <Behind platform={platform} period={period} node={node.id} computedAt={computedAt} />
    </>
  )
}
