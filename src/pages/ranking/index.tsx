import { View } from '@tarojs/components'
import './index.scss'

export default function Ranking() {
  return <View className="ranking">排名</View>
}
