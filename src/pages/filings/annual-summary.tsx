/** The annual summary by its outline, prefilled from the data, with both counts of its characters. */
import { View } from '@tarojs/components'
import { TextArea } from '@nutui/nutui-react-taro'
import { Fragment } from 'react'
import { call, useAsk } from '../../phone'
import { grouped } from '../../components/figures'
import { Meanwhile } from '../../components/meanwhile'
import PageFrame, { frameOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import type { Output } from '../../shared/contract'
import {
  ATTACHMENTS_HINT,
  bodyOf,
  countCharacters,
  openBlanks,
  problemsProblem,
  PROBLEMS_HINT,
  PROBLEMS_TITLE,
  SUMMARY_CHARACTERS,
  summaryOutline,
  type SummaryPart,
} from '../../shared/filings'
import { limits } from '../../shared/records'
import SendBar from './send-bar'
import StatusCard from './status-card'
import { useForm, type Texts } from './use-form'

type Summary = Output<'filings', 'annualSummary'>

export default function AnnualSummary({ platformId, period }: { platformId: string; period: string }) {
  const asked = useAsk('filings', 'annualSummary', { platformId, year: period })
  return (
    <PageFrame {...frameOf(asked)}>
      {asked.data && <Form summary={asked.data} reload={asked.reload} />}
    </PageFrame>
  )
}

const begun = ({ content }: Summary): Texts => ({
  ...content.parts,
  problem1: content.problems[0] ?? '',
  problem2: content.problems[1] ?? '',
  attachments: content.attachments,
})

function written(title: string, texts: Texts) {
  const of = (name: string) => (texts[name] ?? '').trim()
  return {
    title,
    parts: {
      finance: of('finance'),
      digital: of('digital'),
      loan: of('loan'),
      services: of('services'),
      campaigns: of('campaigns'),
      plan: of('plan'),
    },
    problems: [of('problem1'), of('problem2')].filter((each) => each !== ''),
    attachments: of('attachments'),
  }
}

type FormProps = { summary: Summary; reload: () => Promise<void> }

function Form({ summary, reload }: FormProps) {
  const { platform, status, content, prefilled } = summary
  const form = useForm({ platform, status, initial: begun(summary), reload })
  const { texts, set, trouble, failure, told, takeNew, sending } = form
  const now = written(content.title, texts)
  const problem = problemsProblem(now.problems)
  const blanks = summaryOutline.flatMap(({ part }) => openBlanks(part, now.parts[part]))
  const area = (name: string, placeholder: string, most: number = limits.textLength) => (
    <TextArea
      className="filings-area"
      value={texts[name] ?? ''}
      autoSize
      maxLength={most}
      placeholder={placeholder}
      onChange={(text) => set(name, text)}
    />
  )
  return (
    <>
      <StatusCard platform={platform} status={status} withVersions />
      {told !== null && <Meanwhile text={told} onTake={takeNew} />}
      <View className="filings-summary-title">《{content.title}》</View>
      {summaryOutline.map(({ part, title, hint }) => (
        <Fragment key={part}>
          {part === 'plan' && (
            <SectionCard title={PROBLEMS_TITLE} note={PROBLEMS_HINT}>
              {area('problem1', '第一个问题')}
              {area('problem2', '第二个问题,可不填')}
              {failure?.fields?.problems !== undefined && (
                <View className="filings-wrong-line">{failure.fields.problems}</View>
              )}
            </SectionCard>
          )}
          <SectionCard title={title} note={hint}>
            {area(part, '请填写')}
            <Blanks part={part} text={now.parts[part]} />
            {prefilled[part] !== '' && (texts[part] ?? '') !== prefilled[part] && (
              <View
                className="filings-link"
                aria-role="button"
                onClick={() => set(part, `${(texts[part] ?? '').trim()}${prefilled[part]}`)}
              >
                加入系统中的最新数据
              </View>
            )}
          </SectionCard>
        </Fragment>
      ))}
      <SectionCard title="附件清单" note={ATTACHMENTS_HINT}>
        {area('attachments', '可不填', 1000)}
      </SectionCard>
      {trouble !== '' && <View className="filings-wrong">{trouble}</View>}
      <SendBar
        {...sending}
        above={
          <>
            {problem !== null && <View className="filings-quiet">{problem}</View>}
            <Length texts={bodyOf(now)} />
          </>
        }
        warning={blanks.length === 0 ? undefined : `还空着:${blanks.join('、')}`}
        disabled={problem !== null}
        send={(how) =>
          call('filings', 'fileAnnualSummary', {
            platformId: platform.id,
            year: status.period,
            ...now,
            ...how,
          })
        }
      />
    </>
  )
}

/** Marks what is missing within a text; an empty field says so by itself. */
function Blanks({ part, text }: { part: SummaryPart; text: string }) {
  const blanks = text === '' ? [] : openBlanks(part, text)
  if (blanks.length === 0) return null
  return <View className="filings-blanks">{`还空着:${blanks.join('、')}`}</View>
}

/** A warning above the length asked for; it does not hold up the filing (D37). */
export function Length({ texts }: { texts: readonly string[] }) {
  const { words, all } = countCharacters(...texts)
  const long = words > SUMMARY_CHARACTERS
  return (
    <View className={long ? 'filings-length filings-length-long' : 'filings-length'}>
      <View>
        正文 {grouped(words)} 字
        {long ? `,建议精简 ${grouped(words - SUMMARY_CHARACTERS)} 字` : `,不超过 ${SUMMARY_CHARACTERS} 字`}
      </View>
      <View className="filings-quiet">含标点 {grouped(all)}</View>
    </View>
  )
}
