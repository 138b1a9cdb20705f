/** Stars and a comment for an activity, by who took part in it; what was given shows, and can be changed. */
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
  given: Given | null
  onRated: (given: Given) => void
}
export type Given = { stars: number; comment: string }

export default function Rating({ activityId, given, onRated }: Props) {
  const [editing, setEditing] = useState(given === null)
  const [stars, setStars] = useState(given?.stars ?? 0)
  const [comment, setComment] = useState(given?.comment ?? '')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FrameFailure | null>(null)

  const rate = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await call('confirm', 'rate', { activityId, stars, comment })
      setEditing(false)
      onRated({ stars, comment })
    } catch (thrown) {
      setFailure(failureOf(thrown))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <View className="rating-stars">
        <Rate value={stars} count={5} disabled={!editing} onChange={setStars} />
        <View className="rating-words">
          {stars > 0 ? `${stars} 星 · ${words[stars] ?? ''}` : '点星评价,1–5 星'}
        </View>
      </View>
      {!editing && (
        <>
          {comment !== '' && <View className="rating-given">{comment}</View>}
          <Button block fill="outline" onClick={() => setEditing(true)}>
            修改评价
          </Button>
        </>
      )}
      {editing && stars > 0 && (
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
