/** The biggest figure of a screen, with its unit or maximum, and what stands beside it. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.scss'

type Props = {
  value: string
  /** Right after the figure: 分, / 100. */
  unit: string
  /** At the right end: rank, tag. */
  beside?: ReactNode
}

export default function BigNumber({ value, unit, beside }: Props) {
  return (
    <View className="big-number">
      <View className="big-number-main">
        <Text className="big-number-value">{value}</Text>
        <Text className="big-number-unit">{unit}</Text>
      </View>
      {beside !== undefined && <View className="big-number-beside">{beside}</View>}
    </View>
  )
}
