/** Entering a value for one platform, with its source or reason; what was entered before stands below. */
import { View } from '@tarojs/components'
import { Input } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { call } from '../../phone'
import Chips from '../../components/chips'
import FieldRow from '../../components/field-row'
import { numberIn } from '../../components/figures'
import ListRow from '../../components/list-row'
import ReasonSheet, { useReason } from '../../components/reason-sheet'
import type { StatedEntry, StatedItem, StatedRow } from '../../shared/contract'
import { isBlank, type JudgingBody } from '../../shared/records'
import { bodiesFor, bodyFor, combinedTexts, entryNote, judgesFor, judgeText, valueText } from './texts'

type Props = {
  item: StatedItem
  row: StatedRow
  year: string
  lastReason: string
  onClose: () => void
  onSaved: (reason: string) => Promise<void>
}

const answers = [
  { value: 'yes', title: '是' },
  { value: 'no', title: '否' },
] as const

export default function Entry({ item, row, year, lastReason, onClose, onSaved }: Props) {
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null)
  const { platform, entries } = row
  const value = item.yesNo ? (answer === null ? null : answer === 'yes') : numberIn(text)
  const mark = item.kind === 'mark'
  const judges = judgesFor(item.judge, platform.tier)
  const [judge, setJudge] = useState(judges.length === 1 ? (judges[0] ?? '') : '')
  // Asked for only where the rubric reads it.
  const asksBody = item.marks === 'department'
  const [chosenBody, setBody] = useState<JudgingBody | 'none' | null>(null)
  const body = asksBody ? bodyFor(chosenBody, judge, platform.tier) : null
  const [taking, setTaking] = useState<StatedEntry | null>(null)

  const sending = useReason(async (reason) => {
    const of = { platformId: platform.id, year }
    if (taking) await call('evaluate', 'takeBackMark', { ...of, criterion: item.name, id: taking.id, reason })
    else if (value === null) return
    else if (!mark) await call('evaluate', 'state', { ...of, name: item.name, value, source: reason })
    else if (typeof value === 'number')
      await call('evaluate', 'mark', { ...of, criterion: item.name, points: value, judge, body, reason })
    await onSaved(reason)
  })

  return (
    <ReasonSheet
      title={platform.name}
      action={taking ? '收回评分' : mark ? '给分' : '保存'}
      hint={
        taking
          ? `收回${judgeText(taking)}的评分,请写明原因`
          : mark
            ? '评定理由,会同分数一起留存'
            : '数据来源,会同数值一起留存'
      }
      placeholder={mark ? '如 按要求报送并参加全部会议' : '如 省统计局 2022 年末数'}
      phrases={lastReason === '' ? [] : [lastReason]}
      visible
      {...sending}
      disabled={!taking && (value === null || (mark && isBlank(judge)))}
      onClose={onClose}
    >
      <FieldRow label={item.title} required hint={rangeOf(item)}>
        {item.yesNo ? (
          <Chips label={item.title} options={answers} value={answer} onChange={setAnswer} end />
        ) : (
          <View className="stated-number">
            <Input
              className="stated-figure"
              type="digit"
              align="right"
              value={text}
              maxLength={12}
              placeholder={row.value === null ? '0' : String(row.value)}
              onChange={setText}
            />
            <View className="stated-unit">{item.unit}</View>
          </View>
        )}
      </FieldRow>
      {mark && (
        <FieldRow label="评定单位或评定人" required hint="同一评定人再次给分,以后一次为准">
          {judges.length > 1 && (
            <Chips
              label="评定单位"
              options={judges.map((each) => ({ value: each, title: each }))}
              value={judges.includes(judge) ? judge : null}
              onChange={(each) => {
                setJudge(each)
                setBody(null)
              }}
              end
            />
          )}
          <Input
            className="stated-judge"
            align="right"
            value={judge}
            maxLength={60}
            placeholder="单位或姓名"
            onChange={setJudge}
          />
        </FieldRow>
      )}
      {asksBody && (
        <FieldRow label="评定方" hint={combinedTexts.department}>
          <Chips
            label="评定方"
            options={bodiesFor(platform.tier)}
            value={body ?? 'none'}
            onChange={setBody}
            end
          />
        </FieldRow>
      )}
      {entries.length > 0 && (
        <View className="stated-entries">
          <View className="stated-quiet">
            {row.value === null ? '' : `现在计入 ${valueText(item, row.value)}`}
            {item.marks && entries.filter(({ inForce }) => inForce).length > 1
              ? `(${combinedTexts[item.marks]})`
              : ''}
          </View>
          {entries.map((entry) => (
            <ListRow
              key={entry.id}
              title={entry.own && entry.judge === null ? `${entry.by}(我)` : judgeText(entry)}
              note={entryNote(entry)}
              onTap={mark && entry.inForce ? () => setTaking(taking === entry ? null : entry) : undefined}
              value={valueText(item, entry.value)}
            />
          ))}
        </View>
      )}
    </ReasonSheet>
  )
}

function rangeOf({ kind, max, step }: StatedItem): string | undefined {
  if (kind !== 'mark') return undefined
  return step === null ? `0–${max} 分` : `0–${max} 分,须为 ${step} 的倍数`
}
