/** The self-assessment: the rubric's table, the card's points beside the own ones, and the difference. */
import { View } from '@tarojs/components'
import { Input } from '@nutui/nutui-react-taro'
import { useEffect, useState } from 'react'
import { call, useAsk } from '../../phone'
import { gain, points, shortPoints } from '../../components/figures'
import { Meanwhile } from '../../components/meanwhile'
import PageFrame, { frameOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import type { Output } from '../../shared/contract'
import { differenceOf, ownTotal } from '../../shared/filings'
import { limits } from '../../shared/records'
import { begun, differs, noteKey, ownOf } from './own-points'
import SendBar from './send-bar'
import StatusCard from './status-card'
import { useForm } from './use-form'

type Assessment = Output<'filings', 'selfAssessment'>
type Row = Assessment['rows'][number]

export default function SelfAssessment({ platformId, period }: { platformId: string; period: string }) {
  const asked = useAsk('filings', 'selfAssessment', { platformId, year: period })
  return (
    <PageFrame {...frameOf(asked)}>
      {asked.data && <Form assessment={asked.data} reload={asked.reload} />}
    </PageFrame>
  )
}

type FormProps = { assessment: Assessment; reload: () => Promise<void> }

function Form({ assessment, reload }: FormProps) {
  const { platform, status, rows } = assessment
  const form = useForm({ platform, status, initial: begun(rows), reload })
  const { texts, set, trouble, failure, told, takeNew, sending } = form
  const missing = rows.filter((row) => ownOf(row, texts[row.criterion]) === null).length
  const own = Object.fromEntries(rows.map((row) => [row.criterion, ownOf(row, texts[row.criterion]) ?? 0]))
  const total = ownTotal(rows, own)
  const sections = [...new Set(rows.map(({ section }) => section))]
  const shown = useOneByOne(sections.length)
  return (
    <>
      <StatusCard platform={platform} status={status} withVersions />
      {told !== null && <Meanwhile text={told} onTake={takeNew} />}
      {/* Of their own, so that the next one is added to them and they are not sent again. */}
      <View>
        {sections.slice(0, shown).map((section) => {
          const inSection = rows.filter((row) => row.section === section)
          return (
            <SectionCard key={section} title={section}>
              <View className="filings-table-head">
                <View className="filings-table-title">指标</View>
                <View className="filings-table-card">系统</View>
                <View className="filings-table-own">自评</View>
                <View className="filings-table-difference">相差</View>
              </View>
              {inSection.map((row) => (
                <CriterionRow
                  key={row.criterion}
                  row={row}
                  text={texts[row.criterion] ?? ''}
                  problem={failure?.fields?.[`rows.${row.criterion}`]}
                  onChange={(text) => set(row.criterion, text)}
                  note={texts[noteKey(row.criterion)] ?? ''}
                  onNote={(text) => set(noteKey(row.criterion), text)}
                />
              ))}
            </SectionCard>
          )
        })}
      </View>
      <View className="filings-foot">自评分只作对照,以评价结果为准。</View>
      {trouble !== '' && <View className="filings-wrong">{trouble}</View>}
      <SendBar
        {...sending}
        above={
          missing > 0
            ? `还有 ${missing} 项没有填好`
            : `自评 ${points(total)} 分 · 系统 ${points(assessment.cardTotal)} 分 · 相差 ${gain(total - assessment.cardTotal)} 分`
        }
        disabled={missing > 0}
        send={(how) =>
          call('filings', 'fileSelfAssessment', {
            platformId: platform.id,
            year: status.period,
            rows: rows.map((row) => ({
              criterion: row.criterion,
              own: own[row.criterion] ?? 0,
              note: (texts[noteKey(row.criterion)] ?? '').trim(),
            })),
            ...how,
          })
        }
      />
    </>
  )
}

/** Time for a part to get to the screen. */
const DRAWING_MS = 50

/** Counts up to `most` with a drawing at each step: a phone takes a long table better in parts. */
function useOneByOne(most: number): number {
  const [count, setCount] = useState(1)
  useEffect(() => {
    if (count >= most) return
    const timer = setTimeout(() => setCount(count + 1), DRAWING_MS)
    return () => clearTimeout(timer)
  }, [count, most])
  return count
}

type RowProps = {
  row: Row
  text: string
  problem?: string
  onChange: (text: string) => void
  note: string
  onNote: (text: string) => void
}

function CriterionRow({ row, text, problem, onChange, note, onNote }: RowProps) {
  const own = ownOf(row, text)
  // A field at each of thirty rows would be too much to draw at once.
  const [explaining, setExplaining] = useState(false)
  const difference = own === null ? null : differenceOf(own, row.card)
  const wrong =
    problem ?? (text !== '' && own === null ? `填 0–${shortPoints(row.max)},最多两位小数` : undefined)
  return (
    <View className="filings-table-row">
      <View className="filings-table-title">
        <View>{row.title}</View>
        <View className="filings-quiet">满分 {shortPoints(row.max)} 分</View>
        {wrong !== undefined && <View className="filings-wrong-line">{wrong}</View>}
        {explaining || note !== '' ? (
          <Input
            className="filings-note"
            value={note}
            maxLength={limits.reasonLength}
            placeholder="说明(选填)"
            onChange={onNote}
          />
        ) : (
          <View className="filings-link" onClick={() => setExplaining(true)} aria-role="button">
            写说明
          </View>
        )}
      </View>
      <View className="filings-table-card">{row.card === null ? '待定' : points(row.card)}</View>
      <View className="filings-table-own">
        <Input
          className="filings-points"
          type="digit"
          align="center"
          value={text}
          maxLength={6}
          placeholder="—"
          onChange={onChange}
        />
      </View>
      <View
        className={
          differs(difference) ? 'filings-table-difference filings-differs' : 'filings-table-difference'
        }
      >
        {difference === null ? '—' : gain(difference)}
      </View>
    </View>
  )
}
