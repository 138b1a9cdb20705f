/** The monthly report: the figures that no record carries, each with where it comes from. */
import { View } from '@tarojs/components'
import { Input, TextArea } from '@nutui/nutui-react-taro'
import { call, useAsk } from '../../phone'
import FieldRow from '../../components/field-row'
import { grouped } from '../../components/figures'
import Notice from '../../components/notice'
import { Meanwhile } from '../../components/meanwhile'
import PageFrame, { frameOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import type { Output } from '../../shared/contract'
import { isBlank, limits } from '../../shared/records'
import { countedTwice } from './counted-twice'
import { figureIn } from './figure-text'
import SendBar from './send-bar'
import StatusCard from './status-card'
import { useForm } from './use-form'

type Report = Output<'filings', 'monthly'>
type Figure = Report['figures'][number]

export default function Monthly({ platformId, period }: { platformId: string; period: string }) {
  const asked = useAsk('filings', 'monthly', { platformId, month: period })
  return (
    <PageFrame {...frameOf(asked)}>
      {asked.data && <Form report={asked.data} reload={asked.reload} />}
    </PageFrame>
  )
}

function begun({ figures, remark }: Report) {
  return Object.fromEntries([
    ['remark', remark],
    ...figures.flatMap(({ name, filed, last }) => [
      [`value/${name}`, filed ? String(filed.value) : ''],
      [`source/${name}`, filed?.source ?? last?.source ?? ''],
    ]),
  ])
}

type FormProps = { report: Report; reload: () => Promise<void> }

function Form({ report, reload }: FormProps) {
  const { platform, status, figures } = report
  const form = useForm({ platform, status, initial: begun(report), reload })
  const { texts, set, trouble, failure, told, takeNew, sending } = form
  const typed = (figure: Figure) => figureIn(figure, texts[`value/${figure.name}`])
  const filled = figures.every(
    (figure) => typed(figure).value !== null && !isBlank(texts[`source/${figure.name}`] ?? ''),
  )
  const twice = figures.filter((figure) => countedTwice(figure, typed(figure).value) !== null)
  return (
    <>
      <StatusCard platform={platform} status={status} withVersions />
      {told !== null && <Meanwhile text={told} onTake={takeNew} />}
      {figures.map((figure, at) => (
        <FigureCard
          key={figure.name}
          figure={figure}
          value={texts[`value/${figure.name}`] ?? ''}
          source={texts[`source/${figure.name}`] ?? ''}
          twice={countedTwice(figure, typed(figure).value)}
          problem={
            typed(figure).problem ??
            failure?.fields?.[`figures.${figure.name}`] ??
            failure?.fields?.[`figures.${at}.value`]
          }
          set={set}
        />
      ))}
      <SectionCard>
        <FieldRow label="说明" stacked>
          <TextArea
            className="filings-area"
            value={texts.remark ?? ''}
            maxLength={limits.reasonLength}
            placeholder="可不填"
            onChange={(text) => set('remark', text)}
          />
        </FieldRow>
      </SectionCard>
      {trouble !== '' && <View className="filings-wrong">{trouble}</View>}
      <SendBar
        {...sending}
        disabled={!filled}
        above={
          twice.length === 0 ? undefined : (
            <View className="filings-differs">{`请核对${twice.map(({ title }) => title).join('、')}有没有重复`}</View>
          )
        }
        send={(how) =>
          call('filings', 'fileMonthly', {
            platformId: platform.id,
            month: status.period,
            figures: figures.map((figure) => ({
              name: figure.name,
              value: typed(figure).value ?? 0,
              source: texts[`source/${figure.name}`] ?? '',
            })),
            remark: texts.remark ?? '',
            ...how,
          })
        }
      />
    </>
  )
}

type CardProps = {
  figure: Figure
  value: string
  source: string
  /** A warning that records say the same. */
  twice: string | null
  problem?: string
  set: (name: string, text: string) => void
}

function FigureCard({ figure, value, source, twice, problem, set }: CardProps) {
  const { name, title, unit, note, whole, last, alsoRecorded, recorded } = figure
  const hints = [
    alsoRecorded
      ? `${recorded > 0 ? `逐笔记录的 ${grouped(recorded)} ${unit}` : '已有逐笔记录的'}会另外计入,这里只填没有记录的部分`
      : note,
    last ? `上月 ${grouped(last.value)} ${unit}` : '',
  ]
  return (
    <>
      <SectionCard title={title}>
        <FieldRow
          label="本月数"
          required
          error={problem}
          hint={hints.filter((hint) => hint !== '').join(' · ')}
        >
          <View className="filings-number">
            <Input
              className="filings-figure"
              type={whole ? 'number' : 'digit'}
              align="right"
              value={value}
              maxLength={12}
              placeholder="0"
              onChange={(text) => set(`value/${name}`, text)}
            />
            <View className="filings-unit">{unit}</View>
          </View>
        </FieldRow>
        <FieldRow label="数据来源" required stacked>
          <Input
            className="filings-input"
            value={source}
            maxLength={limits.reasonLength}
            placeholder="如 省平台后台 5 月统计表"
            onChange={(text) => set(`source/${name}`, text)}
          />
        </FieldRow>
      </SectionCard>
      {twice !== null && <Notice tone="amber">{`${twice}。已逐笔记录的请不要再填。`}</Notice>}
    </>
  )
}
