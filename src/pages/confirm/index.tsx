import { View } from '@tarojs/components'
import './index.scss'

export default function Confirm() {
  return <View className="confirm">确认参与</View>
}
