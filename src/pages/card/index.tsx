import { View } from '@tarojs/components'
import './index.scss'

export default function Card() {
  return <View className="card">评分卡</View>
}
