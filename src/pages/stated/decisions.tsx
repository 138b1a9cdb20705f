/** 须由人工认定: indicators that cannot be computed, platform by platform, and what was decided of them. */
import { View } from '@tarojs/components'
import { Input, TextArea } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { call, useAsk } from '../../phone'
import Chips from '../../components/chips'
import FieldRow from '../../components/field-row'
import { momentText, numberIn, shortPoints } from '../../components/figures'
import ListRow from '../../components/list-row'
import PageFrame, { frameOf } from '../../components/page-frame'
import ReasonSheet, { useReason } from '../../components/reason-sheet'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'
import type { DecidableRow, DecisionOutcome, Tier } from '../../shared/contract'

type Of = { tier: Tier; year: string }

export default function Decisions({ tier, year }: Of) {
  const asked = useAsk('evaluate', 'decisions', { tier, year })
  const [open, setOpen] = useState<DecidableRow | null>(null)
  const rows = asked.data?.rows
  return (
    <PageFrame {...frameOf(asked)}>
      {rows && (
        <SectionCard title="须由人工认定" note={`${year} 年。只列无法计算的指标；一旦能够计算，以计算为准。`}>
          {rows.length === 0 && <View className="stated-none">没有须由人工认定的指标。</View>}
          {rows.map((row) => (
            <ListRow
              key={`${row.platform.id} ${row.criterion}`}
              title={`${row.platform.name} · ${row.title}`}
              note={noteOf(row)}
              value={valueOf(row)}
              onTap={() => setOpen(row)}
            />
          ))}
        </SectionCard>
      )}
      {open && (
        <Decide
          row={open}
          year={year}
          onClose={() => setOpen(null)}
          onSaved={async () => {
            await asked.reload()
            setOpen(null)
          }}
        />
      )}
    </PageFrame>
  )
}

/** The decision that counts; null while there is none. */
function inForce({ decisions }: DecidableRow): DecidableRow['decisions'][number] | null {
  const [newest] = decisions
  return newest && newest.outcome !== 'none' ? newest : null
}

function outcomeText(outcome: DecisionOutcome): string {
  if (outcome === 'none') return '收回认定'
  return outcome === 'not-applicable' ? '不适用' : `${shortPoints(outcome)} 分`
}

function noteOf(row: DecidableRow): string {
  const decided = inForce(row)
  if (!decided) return row.why ?? '认定已收回'
  const { reason, document, by, at } = decided
  return [momentText(at), by, reason, ...(document === '' ? [] : [`依据：${document}`])].join(' · ')
}

function valueOf(row: DecidableRow) {
  const decided = inForce(row)
  if (decided) return <Tag tone="jade">{outcomeText(decided.outcome)}</Tag>
  return row.why === null ? '' : <Tag tone="amber">待认定</Tag>
}

const ways = [
  { value: 'points', title: '给分' },
  { value: 'not-applicable', title: '不适用' },
  { value: 'none', title: '收回认定' },
] as const
type Way = (typeof ways)[number]['value']

type Props = { row: DecidableRow; year: string; onClose: () => void; onSaved: () => Promise<void> }

function Decide({ row, year, onClose, onSaved }: Props) {
  const [way, setWay] = useState<Way>('points')
  const [text, setText] = useState('')
  const [document, setDocument] = useState('')
  const points = numberIn(text)
  const outcome = way === 'points' ? points : way
  const { platform, criterion } = row
  const sending = useReason(async (reason) => {
    if (outcome === null) return
    const decision = { outcome, reason, document: document.trim() }
    await call('evaluate', 'decide', { platformId: platform.id, year, criterion, ...decision })
    await onSaved()
  })
  return (
    <ReasonSheet
      title={`${platform.name} · ${row.title}`}
      action="认定"
      hint="认定理由，会写入成绩单"
      placeholder="如 上级未向该平台下达任务"
      visible
      {...sending}
      disabled={outcome === null}
      onClose={onClose}
    >
      <FieldRow label="认定" required hint="不适用：不计分，也不折算到其他指标">
        <Chips
          label="认定"
          options={ways.filter(({ value }) => value !== 'none' || inForce(row) !== null)}
          value={way}
          onChange={setWay}
          end
        />
      </FieldRow>
      {way === 'points' && (
        <FieldRow label="分值" required hint={`0–${row.max} 分`}>
          <View className="stated-number">
            <Input
              className="stated-figure"
              type="digit"
              align="right"
              value={text}
              maxLength={8}
              placeholder="0"
              onChange={setText}
            />
            <View className="stated-unit">分</View>
          </View>
        </FieldRow>
      )}
      <FieldRow label="依据" hint="文件名称和文号，没有可不填">
        <TextArea value={document} maxLength={200} autoSize onChange={setDocument} />
      </FieldRow>
      {row.decisions.map(({ id, outcome: decided, reason, by, at }) => (
        <ListRow key={id} title={outcomeText(decided)} note={`${momentText(at)} · ${by} · ${reason}`} />
      ))}
    </ReasonSheet>
  )
}
