import { View } from '@tarojs/components'
import './index.scss'

export default function RecordForm() {
  return <View className="record">记一笔</View>
}
