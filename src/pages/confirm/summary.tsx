/** Which activity it is: category, title, organiser, time and place. */
import { View } from '@tarojs/components'
import { spanText } from '../../components/figures'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'
import { activityRoleTitles, activityTitleOf } from '../../components/words'
import type { ActivityToConfirm } from '../../shared/contract'
import { activityRoles } from '../../shared/records'

export default function Summary({ activity }: { activity: ActivityToConfirm }) {
  const role = activityRoles.find((each) => each === activity.role)
  return (
    <SectionCard>
      <Tag tone="jade">{activityTitleOf(activity.category)}</Tag>
      <View className="confirm-title">{activity.title}</View>
      <View className="confirm-quiet">
        {activity.organiser}
        {role ? ` ${activityRoleTitles[role]}` : ''}
      </View>
      <View className="confirm-lines">
        <View className="confirm-line">
          <View className="confirm-quiet">时间</View>
          <View>{spanText(activity.startsAt, activity.endsAt)}</View>
        </View>
        <View className="confirm-line">
          <View className="confirm-quiet">地点</View>
          <View>{activity.place}</View>
        </View>
      </View>
    </SectionCard>
  )
}
