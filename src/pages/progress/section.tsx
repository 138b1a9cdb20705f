/** A section as a bar; a tap unfolds its indicators, and a tap on one of them opens what it is made of. */
import Taro from '@tarojs/taro'
import { CustomWrapper, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Live } from '../../phone'
import { percent, points, shortPoints } from '../../components/figures'
import ProgressBar from '../../components/progress-bar'
import type { Card, CardNode } from '../../shared/scoring'

type Props = { live: Live; id: string; period: string }

export default function Section({ live, id, period }: Props) {
  const [open, setOpen] = useState(false)
  const { counted, onTheWay, pace } = live
  const section = onTheWay.sections.find((each) => each.id === id)
  const solid = counted.sections.find((each) => each.id === id)
  if (!section || !solid) return null
  return (
    <CustomWrapper>
      <View className="progress-section" onClick={() => setOpen(!open)} aria-role="button">
        <View className="progress-line">
          <View className="progress-title">
            {section.short}
            <Text className="progress-quiet"> {percent(section.weight)}</Text>
            <View className={open ? 'progress-fold progress-unfolded' : 'progress-fold'} />
          </View>
          <View className="progress-points">
            {shortPoints(section.points)}
            <Text className="progress-quiet"> / {shortPoints(section.max)}</Text>
          </View>
        </View>
        <ProgressBar
          label={section.title}
          counted={solid.points / solid.max}
          onTheWay={(section.points - solid.points) / section.max}
          pace={pace}
        />
      </View>
      {open &&
        indicatorsOf(onTheWay, id).map((node) => (
          <View
            key={node.id}
            className="progress-node"
            onClick={() => openNode(live.progress.platform.id, period, node.id)}
            aria-role="link"
          >
            <View className="progress-node-line">
              <View className="progress-node-title">{node.title}</View>
              <View className={node.points === null ? 'progress-quiet' : 'progress-node-points'}>
                {node.points === null ? '尚无数据' : points(node.points)}
                <Text className="progress-quiet"> / {shortPoints(node.max)} 分</Text>
              </View>
            </View>
            <ProgressBar
              thin
              label={node.title}
              counted={shareOf(node, reached(counted, node.id))}
              onTheWay={shareOf(node, (node.points ?? 0) - reached(counted, node.id))}
            />
          </View>
        ))}
    </CustomWrapper>
  )
}

/** Points of approved records alone. */
const reached = (counted: Card, id: string) => counted.nodes.find((node) => node.id === id)?.points ?? 0
const shareOf = ({ max }: CardNode, some: number) => (max > 0 ? some / max : 0)

/** Level-two indicators: groups, and criteria that stand alone. */
function indicatorsOf(card: Card, section: string) {
  return card.nodes.filter((node) => node.section === section && node.group === null)
}

function openNode(platform: string, period: string, node: string) {
  const query = `platform=${encodeURIComponent(platform)}&period=${period}&node=${encodeURIComponent(node)}`
  void Taro.navigateTo({ url: `/pages/node/index?${query}` })
}
