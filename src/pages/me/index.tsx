import { View } from '@tarojs/components'
import './index.scss'

export default function Me() {
  return <View className="me">我的</View>
}
