/** 排名: the class of a period, one's own place in it, what lies ahead, and the year's course. */
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { session, useAsk, useProgress, useSession } from '../../phone'
import Chips from '../../components/chips'
import ExportFiles, { rankingFiles } from '../../components/export-files'
import { points } from '../../components/figures'
import ListRow from '../../components/list-row'
import { noPlatform } from '../../components/no-platform'
import PageFrame, { frameOf } from '../../components/page-frame'
import PeriodSheet, { firstPeriod } from '../../components/period-sheet'
import { publicityText } from '../../components/publicity'
import { useRecordsBadge } from '../../components/records-badge'
import SectionCard from '../../components/section-card'
import { exclusionGroundTitles, tierTitles, type RankingRow, type Tier } from '../../shared/contract'
import { periodTitle } from '../../shared/calendar'
import { isCurrent, nextPlace, wayTo } from './next-place'
import Rows from './rows'
import Trend from './trend'
import './index.scss'

const tiers = (['county', 'city'] as const).map((value) => ({ value, title: tierTitles[value] }))

export default function Ranking() {
  const { membership, me } = useSession()
  const platform = membership?.platform ?? null
  const [chosenTier, setTier] = useState<Tier | null>(null)
  const [chosenPeriod, setPeriod] = useState<string | null>(null)
  const [choosing, setChoosing] = useState(false)
  const tier = chosenTier ?? (platform?.tier === 'city' ? 'city' : 'county')
  // No rankings for them: they would only be refused.
  const outside = me !== null && (membership === null || membership.role === 'enterprise')
  const periods = useAsk('standing', 'periods', outside ? null : {})
  const period = chosenPeriod ?? firstPeriod(periods.data?.periods ?? [])
  const ranking = useAsk('standing', 'ranking', period === null ? null : { tier, period })
  const { reload } = ranking
  useRecordsBadge()
  useDidShow(() => {
    void session.refresh()
    void reload()
  })

  if (outside) return <PageFrame empty={noPlatform(membership?.role ?? null)} />
  if (periods.data && period === null) {
    return <PageFrame empty={{ title: '还没有排名', hint: '省平台完成第一次月度评价后,这里会出现排名。' }} />
  }
  if (period === null) return <PageFrame {...frameOf(periods)} />
  return (
    <PageFrame {...frameOf(ranking)}>
      <View className="ranking-head">
        <Chips
          label="平台类别"
          options={tiers}
          value={tier === 'city' ? 'city' : 'county'}
          onChange={setTier}
        />
        <View className="ranking-period" onClick={() => setChoosing(true)} aria-role="button">
          {periodTitle(period)} ▾
        </View>
      </View>
      {ranking.data?.publication && (
        <View className="ranking-quiet ranking-publicity">{publicityText(ranking.data.publication)}</View>
      )}
      {ranking.data ? (
        <Standings {...ranking.data} period={period} mine={platform?.id ?? null} />
      ) : (
        <SectionCard>
          <View className="ranking-quiet">
            {ranking.status === 'failed' ? '没有读到排名。' : '正在读取…'}
          </View>
        </SectionCard>
      )}
      {ranking.data && tier !== 'province' && (
        <ExportFiles files={rankingFiles(membership, tier, period, ranking.data.publication !== null)} />
      )}
      {platform && <Trend platform={platform} year={period.slice(0, 4)} />}
      <PeriodSheet
        visible={choosing}
        periods={periods.data?.periods ?? []}
        value={period}
        onClose={() => setChoosing(false)}
        onChoose={(next) => {
          setPeriod(next)
          setChoosing(false)
        }}
      />
    </PageFrame>
  )
}

type StandingsProps = {
  rows: readonly RankingRow[]
  median: number | null
  period: string
  mine: string | null
}

const openCard = ({ resultId }: RankingRow) =>
  void Taro.navigateTo({ url: `/pages/card/index?result=${encodeURIComponent(resultId)}` })

function Standings({ rows: all, median, period, mine }: StandingsProps) {
  const rows = all.filter(({ exclusion }) => exclusion === null)
  const own = rows.find((row) => row.platform.id === mine)
  const alone = rows.length === 1 && own !== undefined
  return (
    <>
      {own && <Ahead rows={rows} own={own} period={period} />}
      <SectionCard
        extra={median === null ? undefined : `中位 ${points(median)} 分`}
        title={alone ? '本平台' : `共 ${rows.length} 个平台`}
      >
        {rows.length === 0 && (
          <View className="ranking-quiet">这一期还没有可以看的结果。公布前只能看到本平台和本地区的。</View>
        )}
        <Rows rows={rows} mine={mine} onOpen={openCard} />
        {alone && (
          <View className="ranking-quiet ranking-alone">
            公布前只能看到本平台的名次{median === null ? '' : '和中位数'},公布后可以看到全部。
          </View>
        )}
      </SectionCard>
      <Excluded rows={all} />
    </>
  )
}

/** Those that are left out stand apart, with the reason; their points are not compared. */
function Excluded({ rows }: { rows: readonly RankingRow[] }) {
  const excluded = rows.flatMap((row) => (row.exclusion ? [{ row, exclusion: row.exclusion }] : []))
  if (excluded.length === 0) return null
  return (
    <SectionCard title="不纳入评价">
      {excluded.map(({ row, exclusion: { ground, reason } }) => (
        <ListRow
          key={row.resultId}
          title={row.platform.name}
          note={`${exclusionGroundTitles[ground]} · ${reason}`}
          onTap={() => openCard(row)}
        />
      ))}
    </SectionCard>
  )
}

/** The distance to the next place, and the cheapest way there by the live advice. */
function Ahead({ rows, own, period }: { rows: readonly RankingRow[]; own: RankingRow; period: string }) {
  const { live } = useProgress()
  const next = nextPlace(rows, own)
  const still = live?.progress.platform.id === own.platform.id && isCurrent(period, live.progress)
  const way = next && still ? wayTo(next.gap, live.advice) : null
  if (!next) {
    return rows.length > 1 ? (
      <SectionCard>
        <View className="ranking-lead">现在是第 1 名</View>
      </SectionCard>
    ) : null
  }
  return (
    <SectionCard>
      <View className="ranking-ahead">
        <View className="ranking-quiet ranking-next">
          距{next.row.rank === null ? '前一名' : `第 ${next.row.rank} 名`} {next.row.platform.name}
        </View>
        <View className="ranking-gap">差 {points(next.gap)} 分</View>
      </View>
      {way !== null && <View className="ranking-way">{way}</View>}
    </SectionCard>
  )
}
