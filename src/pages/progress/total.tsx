/** The big figure: the total with all that is on the way, what of it is approved, and the place in the class. */
import { CustomWrapper, Text, View } from '@tarojs/components'
import type { Live } from '../../phone'
import BigNumber from '../../components/big-number'
import { count, gain, movementText, points, shortPoints } from '../../components/figures'
import { periodTitle } from '../../shared/calendar'
import { tierTitles } from '../../shared/contract'

export default function Total({ live }: { live: Live }) {
  const { onTheWay, progress } = live
  const { standing, platform } = progress
  return (
    <CustomWrapper>
      <BigNumber
        value={points(onTheWay.total)}
        unit={`/ ${onTheWay.max}`}
        beside={
          standing && (
            <View className="progress-standing">
              <View className="progress-rank">
                {tierTitles[platform.tier]}第 {standing.rank} 名
                {standing.movement !== null && standing.movement !== 0 && (
                  <Text className={standing.movement > 0 ? 'progress-up' : 'progress-down'}>
                    {' '}
                    {movementText(standing.movement)}
                  </Text>
                )}
              </View>
              <View className="progress-quiet">
                {periodTitle(standing.period).replace(/^\d+ 年/, '') || periodTitle(standing.period)}
                {standing.median !== null && ` · 中位 ${shortPoints(standing.median)} 分`}
              </View>
            </View>
          )
        }
      />
      <View className="progress-parts">
        {wayText(live)}
        {onTheWay.open.length > 0 && ` · ${onTheWay.open.length} 项尚无数据`}
      </View>
    </CustomWrapper>
  )
}

function wayText({ counted, onTheWay, progress, added }: Live): string {
  const ahead = onTheWay.total - counted.total
  if (ahead > 0) return `已通过 ${points(counted.total)} 分 · 在路上 ${gain(ahead)} 分`
  const records = progress.pendingRecords + added.length
  return records > 0 ? `${count(records, '条')}在路上,不增加总分` : '全部已通过审核'
}
