import { View } from '@tarojs/components'
import './index.scss'

export default function Node() {
  return <View className="node">指标明细</View>
}
