/** Confirmed: since when, and the rating. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { recentText } from '../../components/figures'
import Notice from '../../components/notice'
import PageFrame from '../../components/page-frame'
import Rating from '../../components/rating'
import SectionCard from '../../components/section-card'
import type { ActivityToConfirm } from '../../shared/contract'
import Summary from './summary'

type Props = { activity: ActivityToConfirm; at: string; already: boolean }

export default function Done({ activity, at, already }: Props) {
  const [given, setGiven] = useState(
    activity.stars === null ? null : { stars: activity.stars, comment: activity.comment ?? '' },
  )
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
      <SectionCard title={given === null ? '这次服务怎么样?' : '谢谢您的评价'}>
        <Rating activityId={activity.activityId} given={given} onRated={setGiven} />
      </SectionCard>
      <Summary activity={activity} />
      {given === null && <Notice>主办方和审核部门会看到您的评价。</Notice>}
    </PageFrame>
  )
}
