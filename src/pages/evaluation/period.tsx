/** One period: run as often as wanted, freeze once, publish once; its results and objections. */
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { call, useAsk } from '../../phone'
import { count } from '../../components/figures'
import ListRow from '../../components/list-row'
import PageFrame, { failureOf, frameOf } from '../../components/page-frame'
import ProgressBar from '../../components/progress-bar'
import { publicityText } from '../../components/publicity'
import SectionCard from '../../components/section-card'
import { periodTitle } from '../../shared/calendar'
import { dueText } from './due'
import ObjectionList from './objection-list'
import Results from './results'
import { PeriodTag, runText, type PeriodStanding } from './states'
import { useRun, type Running } from './use-run'

const FEW = 5

export default function Period({ period }: { period: string }) {
  const asked = useAsk('evaluate', 'periods', { year: period.slice(0, 4) })
  const { reload, data } = asked
  useDidShow(() => void reload())
  const standing = data?.periods.find((each) => each.period === period)
  return (
    <PageFrame
      {...frameOf(asked)}
      empty={data && !standing ? { title: '这一期还没有开始', hint: '开始之后才能计算。' } : null}
    >
      {standing && <Shown standing={standing} onChange={reload} />}
    </PageFrame>
  )
}

type Props = { standing: PeriodStanding; onChange: () => Promise<void> }

function Shown({ standing, onChange }: Props) {
  const { period, state, publication } = standing
  const running = useRun(period)
  const due = dueText(period)
  return (
    <>
      <SectionCard>
        <View className="evaluation-title">
          <View>{periodTitle(period)}</View>
          <PeriodTag state={state} />
        </View>
        {!publication && due !== null && <View className="evaluation-quiet">{due}</View>}
        {publication && <View className="evaluation-quiet">{publicityText(publication)}</View>}
        <Steps standing={standing} onChange={onChange} running={running} />
      </SectionCard>
      {state !== null && (
        // A step may change every result.
        <Results key={`${state}/${standing.run?.id}/${standing.run?.done}`} period={period} state={state} />
      )}
      {publication && <ObjectionList period={period} onAnswered={onChange} />}
      <Runs runs={running.runs} />
    </>
  )
}

const asks = {
  freeze: {
    title: '冻结',
    content: '冻结后结果不再改变,只能写明原因另出更正结果。',
  },
  publish: {
    title: '公布',
    content: '公布后所有平台都能看到全部名次和得分,并开始 5 个工作日的公示。公布不能收回。',
  },
}

/** The next step that the state allows, each asked about before it is done. */
function Steps({ standing, onChange, running }: Props & { running: Running }) {
  const { period, state, results } = standing
  const { run, working, newest } = running
  const [busy, setBusy] = useState<'freeze' | 'publish' | null>(null)
  const [outcome, setOutcome] = useState<{ text: string; wrong: boolean } | null>(null)

  const tell = async (step: () => Promise<string>) => {
    setOutcome(null)
    try {
      setOutcome({ text: await step(), wrong: false })
    } catch (thrown) {
      setOutcome({ text: failureOf(thrown).text, wrong: true })
    }
    await onChange()
  }
  const runIt = () =>
    tell(async () => {
      const { platforms, changed, failed, frozen } = await run()
      if (frozen) return '这一期已冻结,没有重算。'
      const wrong = failed.length > 0 ? `,${count(failed.length, '个')}没有算成,请再运行一次` : ''
      return `已算 ${count(platforms, '个')}平台,${count(changed, '个')}的结果有变化${wrong}。`
    })
  const decide = async (what: 'freeze' | 'publish') => {
    const { title, content } = asks[what]
    const asked = { title: `${title}${periodTitle(period)}?`, content, confirmText: title }
    const { confirm } = await Taro.showModal({ ...asked, confirmColor: '#0b7a63' })
    if (!confirm) return
    setBusy(what)
    await tell(async () => {
      if (what === 'freeze') {
        const { frozen } = await call('evaluate', 'freeze', { period })
        return `已冻结 ${count(frozen, '个')}平台的结果。`
      }
      const { published } = await call('evaluate', 'publish', { period })
      return `已公布 ${count(published, '个')}平台的结果。`
    })
    setBusy(null)
  }

  const open = state === null || state === 'provisional'
  return (
    <>
      {working && (
        <View className="evaluation-run">
          <ProgressBar
            label="计算进度"
            counted={newest?.state === 'running' && newest.of > 0 ? newest.done / newest.of : 0}
          />
          <View className="evaluation-quiet">
            {newest?.state === 'running' ? runText(newest) : '正在开始…'}
            ,可以离开这一页
          </View>
        </View>
      )}
      {!working && newest?.state === 'interrupted' && (
        <View className="evaluation-quiet">{runText(newest)}</View>
      )}
      {state !== 'published' && (
        <View className="evaluation-buttons">
          {open && (
            <Button
              block
              type="primary"
              loading={working}
              disabled={working || busy !== null}
              onClick={() => void runIt()}
            >
              {newest?.state === 'interrupted' ? '接着运行' : '运行评价'}
            </Button>
          )}
          {open && results > 0 && (
            <Button
              block
              type="primary"
              fill="outline"
              loading={busy === 'freeze'}
              disabled={working || busy !== null}
              onClick={() => void decide('freeze')}
            >
              冻结
            </Button>
          )}
          {state === 'frozen' && (
            <Button
              block
              type="primary"
              loading={busy === 'publish'}
              disabled={busy !== null}
              onClick={() => void decide('publish')}
            >
              公布
            </Button>
          )}
        </View>
      )}
      {outcome && (
        <View className={outcome.wrong ? 'evaluation-failure' : 'evaluation-quiet'}>{outcome.text}</View>
      )}
    </>
  )
}

function Runs({ runs }: Pick<Running, 'runs'>) {
  if (runs.length === 0) return null
  return (
    <SectionCard title="计算记录">
      {runs.slice(0, FEW).map((each) => (
        <ListRow key={each.id} title={runText(each)} note={each.by ?? '每日自动计算'} />
      ))}
    </SectionCard>
  )
}
