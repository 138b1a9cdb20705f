/** The node on the live card of the platform that the person works for: counted, and what is on its way. */
import { useDidShow } from '@tarojs/taro'
import { progress, useProgress } from '../../phone'
import PageFrame, { failureOf } from '../../components/page-frame'
import { nodeOf } from '../../shared/scoring'
import Shown from './shown'

type Props = { platform: string; period: string; node: string }

export default function Live({ platform, period, node: id }: Props) {
  const { status, live, fetchedAt, failure } = useProgress()
  useDidShow(() => void progress.refresh())
  if (live && live.progress.platform.id !== platform) {
    return (
      <PageFrame
        empty={{ title: '这是另一个平台的指标', hint: '请先在“我的”里切换平台,或从“排名”点开它的评分卡。' }}
      />
    )
  }
  const node = live && nodeOf(live.counted, id)
  const expected = live && nodeOf(live.onTheWay, id)
  const onTheWay = Math.max(0, (expected?.points ?? 0) - (node?.points ?? 0))
  return (
    <PageFrame
      loading={status === 'loading'}
      failure={failure == null ? null : failureOf(failure)}
      asOf={status === 'kept' ? fetchedAt : null}
      onRetry={() => void progress.refresh()}
      empty={live && !node ? { title: '没有这一项', hint: '评价指标可能已更新,请回到“进度”再看。' } : null}
    >
      {live && node && (
        <Shown card={live.counted} node={node} platform={platform} period={period} onTheWay={onTheWay} />
      )}
    </PageFrame>
  )
}
