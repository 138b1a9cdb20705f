/** A filed version as it was filed. */
import { View } from '@tarojs/components'
import FieldRow from '../../components/field-row'
import { gain, grouped, points, shortPoints } from '../../components/figures'
import Notice from '../../components/notice'
import SectionCard from '../../components/section-card'
import type { FilingContent } from '../../shared/contract'
import {
  bodyOf,
  differenceOf,
  PROBLEMS_TITLE,
  summaryOutline,
  type AnnualSummaryContent,
  type MonthlyContent,
  type ShownSelfAssessment,
} from '../../shared/filings'
import { Length } from './annual-summary'
import { countedTwice } from './counted-twice'
import { differs } from './own-points'

type Figure = { title: string; unit: string; recorded: number }
type Props = { content: FilingContent; figures: ReadonlyMap<string, Figure> }

export default function Content({ content, figures }: Props) {
  if (content.kind === 'monthly') return <Monthly content={content.monthly} figures={figures} />
  if (content.kind === 'self-assessment') return <SelfAssessment content={content.selfAssessment} />
  return <Summary content={content.annualSummary} />
}

function Monthly({ content, figures }: { content: MonthlyContent; figures: Props['figures'] }) {
  const twice = content.figures.flatMap(({ name, value }) => {
    const figure = figures.get(name)
    const text = figure ? countedTwice(figure, value) : null
    return figure && text !== null ? [{ name, text: `${figure.title}:${text}。请核对有没有重复。` }] : []
  })
  return (
    <>
      <SectionCard title="数据">
        {content.figures.map(({ name, value, source }) => (
          <FieldRow key={name} label={figures.get(name)?.title ?? name} hint={`来源:${source}`}>
            {grouped(value)} {figures.get(name)?.unit ?? ''}
          </FieldRow>
        ))}
        {content.remark !== '' && <View className="filings-text">{content.remark}</View>}
      </SectionCard>
      {twice.map(({ name, text }) => (
        <Notice key={name} tone="amber">
          {text}
        </Notice>
      ))}
    </>
  )
}

/** Without the card there is nothing to compare with. */
function SelfAssessment({ content }: { content: ShownSelfAssessment }) {
  const { rows, ownTotal, cardTotal } = content
  const sections = [...new Set(rows.map(({ section }) => section))]
  return (
    <>
      <SectionCard
        title="总分"
        note={cardTotal === null ? '系统分公布前只有该平台可见' : '系统分为报送时的数'}
      >
        <FieldRow label="自评">{points(ownTotal)} 分</FieldRow>
        {cardTotal !== null && (
          <>
            <FieldRow label="系统">{points(cardTotal)} 分</FieldRow>
            <FieldRow label="相差">{gain(differenceOf(ownTotal, cardTotal) ?? 0)} 分</FieldRow>
          </>
        )}
      </SectionCard>
      {sections.map((section) => (
        <SectionCard key={section} title={section}>
          <View className="filings-table-head">
            <View className="filings-table-title">指标</View>
            {cardTotal !== null && <View className="filings-table-card">系统</View>}
            <View className="filings-table-own">自评</View>
            {cardTotal !== null && <View className="filings-table-difference">相差</View>}
          </View>
          {rows
            .filter((row) => row.section === section)
            .map((row) => {
              const difference = differenceOf(row.own, row.card)
              return (
                <View key={row.criterion} className="filings-table-row">
                  <View className="filings-table-title">
                    <View>{row.title}</View>
                    <View className="filings-quiet">满分 {shortPoints(row.max)} 分</View>
                    {row.note !== '' && <View className="filings-quiet">{row.note}</View>}
                  </View>
                  {cardTotal !== null && (
                    <View className="filings-table-card">
                      {row.card === null ? '待定' : points(row.card)}
                    </View>
                  )}
                  <View className="filings-table-own">{points(row.own)}</View>
                  {cardTotal !== null && (
                    <View
                      className={
                        differs(difference)
                          ? 'filings-table-difference filings-differs'
                          : 'filings-table-difference'
                      }
                    >
                      {difference === null ? '—' : gain(difference)}
                    </View>
                  )}
                </View>
              )
            })}
        </SectionCard>
      ))}
    </>
  )
}

function Summary({ content }: { content: AnnualSummaryContent }) {
  return (
    <SectionCard>
      <View className="filings-summary-title">《{content.title}》</View>
      <Length texts={bodyOf(content)} />
      {summaryOutline.map(({ part, title }) => (
        <View key={part}>
          {part === 'plan' && (
            <>
              <View className="filings-part">{PROBLEMS_TITLE}</View>
              {content.problems.map((problem, at) => (
                <View key={at} className="filings-text">
                  {at + 1}. {problem}
                </View>
              ))}
            </>
          )}
          <View className="filings-part">{title}</View>
          <View className="filings-text">{content.parts[part] === '' ? '(未写)' : content.parts[part]}</View>
        </View>
      ))}
      {content.attachments !== '' && (
        <>
          <View className="filings-part">附件清单</View>
          <View className="filings-text">{content.attachments}</View>
        </>
      )}
    </SectionCard>
  )
}
