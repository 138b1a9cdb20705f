/** The results of a period by class; a frozen one is corrected here, with the reason. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, useAsk } from '../../phone'
import Chips from '../../components/chips'
import { points } from '../../components/figures'
import ListRow from '../../components/list-row'
import ReasonSheet, { useReason } from '../../components/reason-sheet'
import SectionCard from '../../components/section-card'
import Sheet from '../../components/sheet'
import { exclusionGroundTitles, tierTitles, type RankingRow, type Tier } from '../../shared/contract'
import { openCard } from './go'
import type { PeriodStanding } from './states'

const FEW = 20
const tiers = (['county', 'city', 'province'] as const).map((value) => ({ value, title: tierTitles[value] }))
const phrases = ['漏计已通过的记录', '记录审核有误,已改正', '基数或目标填写有误,已改正']

type Props = { period: string; state: NonNullable<PeriodStanding['state']> }

export default function Results({ period, state }: Props) {
  const [tier, setTier] = useState<Tier>('county')
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<RankingRow | null>(null)
  const [correcting, setCorrecting] = useState<RankingRow | null>(null)
  const { data, reload } = useAsk('standing', 'ranking', { tier, period })
  const rows = data?.rows ?? []
  return (
    <SectionCard title="结果">
      <Chips label="平台类别" options={tiers} value={tier} onChange={setTier} />
      {data && rows.length === 0 && <View className="evaluation-none">这一类还没有结果。</View>}
      {(all ? rows : rows.slice(0, FEW)).map((row) => (
        <ListRow
          key={row.resultId}
          lead={row.rank ?? '—'}
          title={row.platform.name}
          note={row.exclusion ? `不纳入评价:${exclusionGroundTitles[row.exclusion.ground]}` : undefined}
          value={`${points(row.total)} 分${row.grade === null ? '' : ` · ${row.grade}`}`}
          onTap={() => (state === 'provisional' ? openCard(row.resultId) : setOpen(row))}
        />
      ))}
      {rows.length > FEW && (
        <View className="evaluation-link" onClick={() => setAll((now) => !now)} aria-role="button">
          {all ? '收起' : `看全部 ${rows.length} 个`}
        </View>
      )}
      <Sheet title={open?.platform.name ?? ''} visible={open !== null} onClose={() => setOpen(null)}>
        <View className="evaluation-sheet">
          <ListRow
            title="评分卡"
            note="每一分的依据和记录"
            onTap={() => {
              if (open) openCard(open.resultId)
              setOpen(null)
            }}
          />
          <ListRow
            title="更正这个结果"
            note="按现在的记录重算,原结果留存"
            onTap={() => {
              setCorrecting(open)
              setOpen(null)
            }}
          />
        </View>
      </Sheet>
      {correcting && <Correct row={correcting} onClose={() => setCorrecting(null)} onDone={reload} />}
    </SectionCard>
  )
}

type CorrectProps = { row: RankingRow; onClose: () => void; onDone: () => Promise<void> }

function Correct({ row, onClose, onDone }: CorrectProps) {
  const sending = useReason(async (reason) => {
    await call('evaluate', 'correct', { resultId: row.resultId, reason })
    await onDone()
    onClose()
  })
  return (
    <ReasonSheet
      title="更正结果"
      action="重算并更正"
      hint={`${row.platform.name} 现在 ${points(row.total)} 分。将按现在的记录重算,原结果和原因一起留存。`}
      phrases={phrases}
      visible
      {...sending}
      onClose={onClose}
    />
  )
}
