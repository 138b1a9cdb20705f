import { View } from '@tarojs/components'
import './index.scss'

export default function Records() {
  return <View className="records">记录</View>
}
