/** 记一笔: asks in one tap what it is, and opens its form. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import Sheet from '../sheet'
import { recordStarts, type RecordStart } from './starts'
import './index.scss'

export { recordStartOf, type RecordStart } from './starts'

export default function RecordButton() {
  const [asking, setAsking] = useState(false)
  const begin = (start: RecordStart) => {
    setAsking(false)
    void Taro.navigateTo({ url: `/pages/record/index?kind=${start}` })
  }
  return (
    <View>
      <Button block size="large" type="primary" onClick={() => setAsking(true)}>
        记一笔
      </Button>
      <Sheet title="记什么" visible={asking} onClose={() => setAsking(false)}>
        <View className="record-button-starts">
          {recordStarts.map(({ start, title, note }) => (
            <View key={start} className="record-button-cell">
              <View
                className="record-button-start"
                hoverClass="record-button-pressed"
                onClick={() => begin(start)}
                aria-role="button"
              >
                <View className="record-button-title">{title}</View>
                <View className="record-button-note">{note}</View>
              </View>
            </View>
          ))}
        </View>
      </Sheet>
    </View>
  )
}
