/** What is to be stated and judged for a class and year, with how many platforms have it. */
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, useAsk } from '../../phone'
import BigNumber from '../../components/big-number'
import Chips from '../../components/chips'
import Choice from '../../components/choice'
import ListRow from '../../components/list-row'
import PageFrame, { frameOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'
import { monthOf, previousMonth, shanghaiDate } from '../../shared/calendar'
import { tierTitles, type Output, type StatedItem, type Tier } from '../../shared/contract'
import { openCuts, openDecisions, openDueDay, openItem } from './go'

const tiers = (['county', 'city', 'province'] as const).map((value) => ({ value, title: tierTitles[value] }))

/** The year of the last month that is over, and the one before it. */
function years(): { value: string; title: string }[] {
  const year = Number(previousMonth(monthOf(shanghaiDate(now()))).slice(0, 4))
  return [year + 1, year, year - 1].map((each) => ({ value: String(each), title: `${each} 年` }))
}

export default function Overview() {
  const [tier, setTier] = useState<Tier>('county')
  const [year, setYear] = useState(() => years()[1]?.value ?? '')
  const asked = useAsk('evaluate', 'stated', { tier, year })
  const { reload, data } = asked
  const frame = frameOf(asked)
  useDidShow(() => void reload())
  return (
    <PageFrame {...frame}>
      <View className="stated-head">
        <Chips label="平台类别" options={tiers} value={tier} onChange={setTier} />
        <Choice options={years()} value={year} onChoose={setYear} />
      </View>
      {data && <Shown stated={data} of={{ tier, year }} />}
      {!data && (
        <SectionCard>
          <View className="stated-quiet">
            {frame.failure?.code === 'PERIOD_NOT_COVERED'
              ? '这一年还没有生效的评价指标体系。'
              : (frame.failure?.text ?? '正在读取…')}
          </View>
        </SectionCard>
      )}
      <SectionCard title="各类平台">
        <ListRow title="月报截止日" note="次月几日前报送,从哪个月起" onTap={openDueDay} />
      </SectionCard>
    </PageFrame>
  )
}

type ShownProps = { stated: Output<'evaluate', 'stated'>; of: { tier: Tier; year: string } }

function Shown({ stated: { items, platforms }, of }: ShownProps) {
  const incomplete = items.filter(({ entered }) => entered < platforms).length
  const quantities = items.filter(({ kind }) => kind === 'quantity')
  const marks = items.filter(({ kind }) => kind === 'mark')
  const sections = [...new Set(marks.map(({ section }) => section))]
  return (
    <>
      <SectionCard>
        <BigNumber
          value={String(incomplete)}
          unit={`/ ${items.length} 项没有填齐`}
          beside={`${platforms} 个平台`}
        />
      </SectionCard>
      <Items title="目标和数据" items={quantities} platforms={platforms} of={of} />
      <SectionCard>
        <ListRow
          title="须由人工认定"
          note="没有目标、没有规模工业企业等无法计算的指标"
          onTap={() => openDecisions(of)}
        />
      </SectionCard>
      {of.tier !== 'province' && (
        <SectionCard>
          <ListRow title="等级分数线" note="不设分数线就不分等级" onTap={() => openCuts(of)} />
        </SectionCard>
      )}
      {sections.map((section) => (
        <Items
          key={section}
          title={`评定分 · ${section}`}
          items={marks.filter((item) => item.section === section)}
          platforms={platforms}
          of={of}
        />
      ))}
    </>
  )
}

type ItemsProps = {
  title: string
  items: readonly StatedItem[]
  platforms: number
  of: { tier: Tier; year: string }
}

function Items({ title, items, platforms, of }: ItemsProps) {
  if (items.length === 0) return null
  return (
    <SectionCard title={title}>
      {items.map((item) => (
        <ListRow
          key={item.name}
          title={item.title}
          note={item.kind === 'mark' ? `0–${item.max} 分,${item.judge ?? '评定人'}评定` : unitOf(item)}
          value={
            item.entered === platforms ? (
              <Tag tone="jade">✓ 已填齐</Tag>
            ) : (
              <Tag tone="amber">
                已填 {item.entered} / {platforms}
              </Tag>
            )
          }
          onTap={() => openItem(of, item)}
        />
      ))}
    </SectionCard>
  )
}

const unitOf = ({ yesNo, unit }: StatedItem) => (yesNo ? '是或否' : `单位:${unit}`)
