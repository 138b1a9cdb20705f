import { View } from '@tarojs/components'
import './index.scss'

export default function Review() {
  return <View className="review">审核</View>
}
