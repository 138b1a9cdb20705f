/** Confirmed: since when, and the rating. */
import { View } from '@tarojs/components'
import { Button, Rate, TextArea } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { call } from '../../phone'
import { recentText } from '../../components/figures'
import Notice from '../../components/notice'
import PageFrame, { failureOf, type FrameFailure } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import type { ActivityToConfirm } from '../../shared/contract'
import { limits } from '../../shared/records'
import Summary from './summary'

const starWords = ['', '很不满意', '不满意', '一般', '满意', '很满意']

type Props = { activity: ActivityToConfirm; at: string; already: boolean }

export default function Done({ activity, at, already }: Props) {
  const [stars, setStars] = useState(activity.stars ?? 0)
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const [rated, setRated] = useState(activity.stars !== null)
  const [failure, setFailure] = useState<FrameFailure | null>(null)

  const rate = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await call('confirm', 'rate', { activityId: activity.activityId, stars, comment })
      setRated(true)
    } catch (thrown) {
      setFailure(failureOf(thrown))
    } finally {
      setBusy(false)
    }
  }

  return (
    <PageFrame>
      <SectionCard>
        <View className="confirm-done">
          <View className="confirm-sign">✓</View>
          <View className="confirm-title">{already ? `已于 ${recentText(at)} 确认` : '已确认参加'}</View>
          <View className="confirm-quiet">
            {already ? activity.enterprise?.name : `${recentText(at)} · ${activity.enterprise?.name ?? ''}`}
          </View>
        </View>
      </SectionCard>
      <SectionCard title={rated ? '谢谢您的评价' : '这次服务怎么样?'}>
        <View className="confirm-stars">
          <Rate value={stars} count={5} disabled={rated} onChange={(value) => setStars(value)} />
          <View className="confirm-quiet">
            {stars > 0 ? `${stars} 星 · ${starWords[stars] ?? ''}` : '点星评价,1–5 星'}
          </View>
        </View>
        {!rated && stars > 0 && (
          <>
            <TextArea
              className="confirm-comment"
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
        {failure && <View className="confirm-failure">{failure.text}</View>}
      </SectionCard>
      <Summary activity={activity} />
      {!rated && <Notice>主办方和审核部门会看到您的评价。</Notice>}
    </PageFrame>
  )
}
