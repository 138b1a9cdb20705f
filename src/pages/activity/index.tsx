import { View } from '@tarojs/components'
import './index.scss'

export default function Activity() {
  return <View className="activity">服务活动</View>
}
