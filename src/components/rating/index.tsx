/** Stars and a comment for an activity, by who took part in it; once given they only show. */
import { View } from '@tarojs/components'
import { Button, Rate, TextArea } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { call } from '../../phone'
import { limits } from '../../shared/records'
import { failureOf, type FrameFailure } from '../page-frame'
import './index.scss'

const words = ['', '很不满意', '不满意', '一般', '满意', '很满意']

type Props = {
  activityId: string
  /** Null while it has not been rated. */
  given: number | null
  onRated: (stars: number) => void
}

export default function Rating({ activityId, given, onRated }: Props) {
  const [chosen, setChosen] = useState(0)
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FrameFailure | null>(null)
  const stars = given ?? chosen

  const rate = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await call('confirm', 'rate', { activityId, stars, comment })
      onRated(stars)
    } catch (thrown) {
      setFailure(failureOf(thrown))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <View className="rating-stars">
        <Rate value={stars} count={5} disabled={given !== null} onChange={setChosen} />
        <View className="rating-words">
          {stars > 0 ? `${stars} 星 · ${words[stars] ?? ''}` : '点星评价,1–5 星'}
        </View>
      </View>
      {given === null && stars > 0 && (
        <>
          <TextArea
            className="rating-comment"
            value={comment}
            placeholder="还想说点什么(可以不填)"
            maxLength={limits.commentLength}
            showCount
            onChange={setComment}
          />
          <Button block type="primary" loading={busy} disabled={busy} onClick={() => void rate()}>
            提交评价
          </Button>
        </>
      )}
      {failure && <View className="rating-failure">{failure.text}</View>}
    </>
  )
}
