/** A record that the server does not have or cannot be asked about: what this phone has of it. */
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import type { FrameFailure } from '../../components/page-frame'

type Props = { id: string; failure: FrameFailure | null; onRetry: () => void }

export default function LocalRecord({ failure, onRetry }: Props) {
  return (
    <View className="activity-absent">
      <View className="activity-title">{failure?.title}</View>
      <View className="activity-quiet">{failure?.text}</View>
      {failure?.again && (
        <Button type="primary" fill="outline" onClick={onRetry}>
          再试一次
        </Button>
      )}
    </View>
  )
}
