import { View } from '@tarojs/components'
import './index.scss'

export default function Progress() {
  return <View className="progress">窗口考评</View>
}
