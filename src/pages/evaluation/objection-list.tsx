/** Objections to published results, of one period or of all, with their answers; the province answers here. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, useAsk } from '../../phone'
import Chips from '../../components/chips'
import FieldRow from '../../components/field-row'
import ObjectionRow from '../../components/objection-row'
import { failureOf } from '../../components/page-frame'
import ReasonSheet, { useReason } from '../../components/reason-sheet'
import SectionCard from '../../components/section-card'
import type { Objection } from '../../shared/contract'

type Props = { period: string | null; onAnswered: () => Promise<void> }

export default function ObjectionList({ period, onAnswered }: Props) {
  const { data, reload, status, failure } = useAsk('evaluate', 'objections', { platformId: null, period })
  const [open, setOpen] = useState<Objection | null>(null)
  return (
    <SectionCard title="异议">
      {data?.objections.length === 0 && <View className="evaluation-none">还没有异议。</View>}
      {!data && (
        <View className="evaluation-quiet">
          {status === 'failed' ? failureOf(failure).title : '正在读取…'}
        </View>
      )}
      {data?.objections.map((objection) => (
        <ObjectionRow
          key={objection.id}
          objection={objection}
          onTap={objection.answer ? undefined : () => setOpen(objection)}
        />
      ))}
      {open && (
        <Answer
          objection={open}
          onClose={() => setOpen(null)}
          onDone={async () => {
            await Promise.all([reload(), onAnswered()])
            setOpen(null)
          }}
        />
      )}
    </SectionCard>
  )
}

const decisions = [
  { value: 'upheld', title: '采纳' },
  { value: 'rejected', title: '不采纳' },
] as const

type AnswerProps = { objection: Objection; onClose: () => void; onDone: () => Promise<void> }

function Answer({ objection, onClose, onDone }: AnswerProps) {
  const { id, platform, period, resultId, text } = objection
  const [decision, setDecision] = useState<'upheld' | 'rejected' | null>(null)
  // Who upholds an objection has often corrected the result before.
  const ranking = useAsk('standing', 'ranking', { tier: platform.tier, period })
  const inForce = ranking.data?.rows.find((row) => row.platform.id === platform.id)?.resultId
  const corrected = inForce !== undefined && inForce !== resultId ? inForce : null
  const upheld = decision === 'upheld'

  const sending = useReason(async (words) => {
    const correctedResultId = upheld ? corrected : null
    await call('evaluate', 'answerObjection', { objectionId: id, upheld, text: words, correctedResultId })
    await onDone()
  })
  return (
    <ReasonSheet
      title={platform.name}
      action="答复"
      hint="答复会给提出异议的平台看"
      placeholder="请写明处理情况和依据"
      visible
      {...sending}
      disabled={decision === null}
      onClose={onClose}
    >
      <View className="evaluation-words">{text}</View>
      <FieldRow
        label="处理"
        required
        hint={
          upheld
            ? corrected === null
              ? '还没有更正结果。需要改分的,请先在“结果”里更正,再答复'
              : '会附上已更正的结果'
            : undefined
        }
      >
        <Chips label="处理" options={decisions} value={decision} onChange={setDecision} end />
      </FieldRow>
    </ReasonSheet>
  )
}
