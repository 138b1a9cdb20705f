/** The periods of a year, the newest first, with how far each has come; objections and exclusions of the year. */
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, useAsk } from '../../phone'
import Chips from '../../components/chips'
import Notice from '../../components/notice'
import ListRow from '../../components/list-row'
import PageFrame, { frameOf } from '../../components/page-frame'
import { kinds, kindTitles, periodsOf } from '../../components/period-sheet'
import { publicityText } from '../../components/publicity'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'
import { periodTitle, shanghaiDate, type PeriodKind } from '../../shared/calendar'
import { dueText, holidayWarning } from './due'
import { openExclusions, openObjections, openPeriod } from './go'
import { PeriodTag, runText, type PeriodStanding } from './states'

function years() {
  const year = Number(shanghaiDate(now()).slice(0, 4))
  return [year, year - 1].map((each) => ({ value: String(each), title: `${each} 年` }))
}

export default function Year() {
  const [year, setYear] = useState(() => years()[0]?.value ?? '')
  const [kind, setKind] = useState<PeriodKind>('month')
  const asked = useAsk('evaluate', 'periods', { year })
  const { reload, data } = asked
  useDidShow(() => void reload())
  const all = data?.periods ?? []
  const open = all.reduce((sum, { publication }) => sum + (publication?.openObjections ?? 0), 0)
  const some = periodsOf(
    all.map(({ period }) => period),
    kind,
  ).flatMap((period) => all.find((each) => each.period === period) ?? [])
  const warning = holidayWarning(shanghaiDate(now()))
  return (
    <PageFrame {...frameOf(asked)}>
      <View className="evaluation-head">
        <Chips label="年度" options={years()} value={year} onChange={setYear} />
      </View>
      {warning !== null && <Notice tone="amber">{warning}</Notice>}
      <SectionCard>
        <ListRow
          title="异议"
          note="公示期内平台提出的异议"
          value={open === 0 ? '没有待答复' : <Tag tone="amber">{open} 件待答复</Tag>}
          onTap={openObjections}
        />
        <ListRow
          title="不再纳入评价"
          note="退出、不配合或弄虚作假的平台"
          onTap={() => openExclusions(year)}
        />
      </SectionCard>
      <View className="evaluation-head">
        <Chips
          label="时期种类"
          options={kinds.map((value) => ({ value, title: kindTitles[value] }))}
          value={kind}
          onChange={setKind}
        />
      </View>
      <SectionCard>
        {data && some.length === 0 && <View className="evaluation-none">这一年还没有开始。</View>}
        {some.map((each) => (
          <ListRow
            key={each.period}
            title={periodTitle(each.period)}
            note={noteOf(each)}
            value={<PeriodTag state={each.state} />}
            onTap={() => openPeriod(each.period)}
          />
        ))}
      </SectionCard>
    </PageFrame>
  )
}

function noteOf({ period, publication, run, results }: PeriodStanding): string {
  if (publication) return publicityText(publication)
  const standing = run ? runText(run) : results > 0 ? `${results} 个平台` : '还没有计算'
  return [standing, dueText(period) ?? ''].filter((part) => part !== '').join(' · ')
}
