/** 指标明细: what one point is made of, on a stored card or on the live one. */
import { useMemo } from 'react'
import { useAsk } from '../../phone'
import PageFrame, { frameOf } from '../../components/page-frame'
import { useParams } from '../../components/params'
import { readCard } from '../../components/stored-card'
import { nodeOf } from '../../shared/scoring'
import Live from './live'
import Shown from './shown'
import './index.scss'

export default function Node() {
  const { platform, period, node, result } = useParams()
  if (platform === undefined || period === undefined || node === undefined) {
    return <PageFrame empty={{ title: '没有选定指标', hint: '请从“进度”或评分卡里点开一项。' }} />
  }
  const place = { platform, period, node }
  return result === undefined ? <Live {...place} /> : <OfResult {...place} result={result} />
}

type Place = { platform: string; period: string; node: string }

function OfResult({ platform, period, node: id, result }: Place & { result: string }) {
  const asked = useAsk('standing', 'card', { resultId: result })
  const card = useMemo(() => (asked.data ? readCard(asked.data.card) : null), [asked.data])
  const node = card && nodeOf(card, id)
  return (
    <PageFrame
      {...frameOf(asked)}
      empty={
        asked.data && !node
          ? { title: '这一项不在评分卡里', hint: '评价指标可能已更新,请回到评分卡再看。' }
          : null
      }
    >
      {asked.data && card && node && (
        <Shown
          card={card}
          node={node}
          platform={platform}
          period={period}
          computedAt={asked.data.state === 'provisional' ? undefined : asked.data.computedAt}
        />
      )}
    </PageFrame>
  )
}
