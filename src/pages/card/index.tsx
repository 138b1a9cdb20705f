/** 评分卡: a stored result, section by section down to its criteria. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { useAsk, useSession } from '../../phone'
import BarRow from '../../components/bar-row'
import BigNumber from '../../components/big-number'
import ExportFiles, { platformFiles } from '../../components/export-files'
import { gain, momentText, percent, points } from '../../components/figures'
import Notice from '../../components/notice'
import PageFrame, { frameOf } from '../../components/page-frame'
import { useParams } from '../../components/params'
import SectionCard from '../../components/section-card'
import { branchesOf, readCard } from '../../components/stored-card'
import Tag from '../../components/tag'
import { exclusionGroundTitles, type Output } from '../../shared/contract'
import { periodTitle } from '../../shared/calendar'
import type { Card, CardSection } from '../../shared/scoring'
import NodeRow from './node-row'
import Publicity from './publicity'
import { resultStateTitles, resultStateTones } from './result-state'
import './index.scss'

type Stored = Output<'standing', 'card'>
type Replaced = NonNullable<Stored['replaces']>

export default function ScoreCard() {
  const { result } = useParams()
  const asked = useAsk('standing', 'card', result === undefined ? null : { resultId: result })
  const card = useMemo(() => (asked.data ? readCard(asked.data.card) : null), [asked.data])
  if (result === undefined) {
    return <PageFrame empty={{ title: '没有选定结果', hint: '请从“排名”里点开一个平台。' }} />
  }
  if (asked.data && !card) {
    return <PageFrame empty={{ title: '看不了这张评分卡', hint: '请更新小程序后再看,结果本身不受影响。' }} />
  }
  return (
    <PageFrame {...frameOf(asked)}>
      {asked.data && card && <Shown stored={asked.data} card={card} result={result} />}
    </PageFrame>
  )
}

function Shown({ stored, card, result }: { stored: Stored; card: Card; result: string }) {
  const { membership } = useSession()
  const open = (node: string) => {
    const { platform, period } = stored
    const query = { platform: platform.id, period, node, result }
    const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    void Taro.navigateTo({ url: `/pages/node/index?${search.join('&')}` })
  }
  return (
    <>
      <View className="card-head">
        <View className="card-platform">{stored.platform.name}</View>
        <View className="card-quiet">
          {periodTitle(stored.period)} · 计算于 {momentText(stored.computedAt)}
        </View>
        <ExportFiles files={platformFiles(membership, stored.platform, stored.period)} />
      </View>
      {stored.replaces && <Corrected reason={stored.reason} replaces={stored.replaces} />}
      {stored.exclusion && (
        <Notice tone="amber">
          不纳入评价,不参加排名和等级:{exclusionGroundTitles[stored.exclusion.ground]},
          {stored.exclusion.reason}
        </Notice>
      )}
      <SectionCard>
        {card.showTotal && (
          <BigNumber
            value={points(card.total)}
            unit={`/ ${card.max} 分`}
            beside={<Tag tone={resultStateTones[stored.state]}>{resultStateTitles[stored.state]}</Tag>}
          />
        )}
        <View className="card-quiet">
          {stored.grade === null ? card.gradeWhy : `等级 ${stored.grade} · ${card.gradeWhy}`}
          {stored.added !== null && ` · 本期 ${gain(stored.added)} 分`}
        </View>
        <View className="card-sections">
          {card.sections.map((section) => (
            <BarRow
              key={section.id}
              title={section.short}
              weight={section.weight}
              points={section.points}
              max={section.max}
            />
          ))}
        </View>
        {card.open.length > 0 && (
          <View className="card-quiet">{card.open.length} 项待补或不可计分,暂按 0 分计入总分</View>
        )}
      </SectionCard>
      {stored.publication && <Publicity stored={stored} publication={stored.publication} result={result} />}
      {card.warnings.map((warning) => (
        <Notice key={warning.criterion + warning.text} tone="amber">
          {warning.text}
        </Notice>
      ))}
      {card.sections.map((section) => (
        <Section key={section.id} card={card} section={section} onOpen={open} />
      ))}
    </>
  )
}

function Corrected({ reason, replaces }: Pick<Stored, 'reason'> & { replaces: Replaced }) {
  return (
    <Notice tone="amber">
      更正结果,替代 {momentText(replaces.computedAt)} 算出的结果。原因:{reason ?? '未注明'}
    </Notice>
  )
}

function Section({
  card,
  section,
  onOpen,
}: {
  card: Card
  section: CardSection
  onOpen: (node: string) => void
}) {
  return (
    <SectionCard
      title={section.title}
      extra={`${points(section.weighted)} 分`}
      note={`占总分 ${percent(section.weight)}`}
    >
      {branchesOf(card, section.id).map(({ node, criteria }) => (
        <View key={node.id} className="card-branch">
          <NodeRow node={node} onOpen={onOpen} />
          {criteria.map((criterion) => (
            <NodeRow key={criterion.id} node={criterion} below onOpen={onOpen} />
          ))}
        </View>
      ))}
    </SectionCard>
  )
}
