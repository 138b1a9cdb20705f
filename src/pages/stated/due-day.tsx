/** 月报截止日: on which day of the next month reports are due, from a month on (D15). */
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { call, now, useAsk } from '../../phone'
import BottomBar from '../../components/bottom-bar'
import Choice from '../../components/choice'
import FieldRow from '../../components/field-row'
import { momentText } from '../../components/figures'
import ListRow from '../../components/list-row'
import PageFrame, { frameOf } from '../../components/page-frame'
import ReasonSheet, { useReason } from '../../components/reason-sheet'
import SectionCard from '../../components/section-card'
import {
  MONTHLY_PUBLICATION_DAY,
  monthlyReportDay,
  monthOf,
  nextMonth,
  periodTitle,
  shanghaiDate,
} from '../../shared/calendar'
import type { ReportDueDay } from '../../shared/contract'
import { failureOr, Meanwhile, meanwhileText, orReload, useMeanwhile } from '../../components/meanwhile'

export default function DueDay() {
  const asked = useAsk('filings', 'dueDays', {})
  const days = asked.data?.days ?? []
  return (
    <PageFrame {...frameOf(asked)}>{asked.data && <Shown versions={days} reload={asked.reload} />}</PageFrame>
  )
}

/** This month and the year after it: what is over stays as it was. */
function monthsAhead(): string[] {
  const months = [monthOf(shanghaiDate(now()))]
  for (let month = months[0] ?? ''; months.length <= 12;) {
    month = nextMonth(month)
    months.push(month)
  }
  return months
}

const dayOptions = Array.from({ length: MONTHLY_PUBLICATION_DAY }, (_, before) => {
  const value = String(before + 1)
  return { value, title: `次月 ${value} 日` }
})

type Props = { versions: readonly ReportDueDay[]; reload: () => Promise<void> }

function Shown({ versions, reload }: Props) {
  const months = monthsAhead()
  const dayOf = (month: string) => monthlyReportDay(month, [...versions].reverse())
  const [from, setFrom] = useState(months[0] ?? '')
  const [day, setDay] = useState(String(dayOf(from)))
  const [asking, setAsking] = useState(false)
  // Of a month that is chosen already, the day that is now in force.
  const { newer, replaces, touch, beginFrom } = useMeanwhile(versions[0], (version) =>
    setDay(String(version.from <= from ? version.day : dayOf(from))),
  )
  const choose = (set: (value: string) => void) => (value: string) => {
    touch()
    set(value)
  }

  const { code, ...saving } = useReason(async (reason) => {
    const sending = call('filings', 'setDueDay', { from, day: Number(day), reason, replaces })
    beginFrom(await orReload(sending, reload))
    setAsking(false)
    await reload()
  })
  const told = newer && meanwhileText(newer, `已改为:${textOf(newer)}`)

  return (
    <>
      {newer && told && <Meanwhile text={told} onTake={() => beginFrom(newer)} />}
      <SectionCard
        title="月报截止日"
        note="到当天 24:00 为止,之后报送记为晚报。已经结束的月份不变,此前的缺报、晚报也不变。"
      >
        <FieldRow label="从哪个月的月报起">
          <Choice
            options={months.map((value) => ({ value, title: periodTitle(value) }))}
            value={from}
            onChoose={choose(setFrom)}
          />
        </FieldRow>
        <FieldRow label="截止日" hint={`现在是次月 ${dayOf(from)} 日`}>
          <Choice options={dayOptions} value={day} onChoose={choose(setDay)} />
        </FieldRow>
      </SectionCard>
      <SectionCard title="改动记录">
        {versions.length === 0 && <View className="stated-none">没有改过,一直是次月 5 日。</View>}
        {versions.map((version) => (
          <ListRow
            key={version.version}
            title={textOf(version)}
            note={`${version.by} ${momentText(version.at)} · ${version.reason}`}
            value={`第 ${version.version} 版`}
          />
        ))}
      </SectionCard>
      <BottomBar below="改动会留下记录,各平台看到新的截止日">
        <Button
          block
          size="large"
          type="primary"
          disabled={Number(day) === dayOf(from)}
          onClick={() => setAsking(true)}
        >
          保存截止日
        </Button>
      </BottomBar>
      <ReasonSheet
        title="保存截止日"
        action="保存"
        hint={`${textOf({ from, day: Number(day) })},之后各月都按这一天`}
        placeholder="请写明依据"
        visible={asking}
        {...saving}
        error={failureOr(code, saving.error, told)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

/** 2026 年 12 月月报起,次月 8 日截止 */
const textOf = ({ from, day }: Pick<ReportDueDay, 'from' | 'day'>) =>
  `${periodTitle(from)}月报起,次月 ${day} 日截止`
