/** The province's evaluation of a period: run it as often as wanted, freeze it once. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'
import { useState } from 'react'
import { call, now } from '../../phone'
import { count } from '../../components/figures'
import ListRow from '../../components/list-row'
import { failureOf } from '../../components/page-frame'
import PeriodSheet from '../../components/period-sheet'
import SectionCard from '../../components/section-card'
import { periodTitle, shanghaiDate } from '../../shared/calendar'
import { defaultPeriod, evaluationPeriods } from './periods'

export default function Evaluation() {
  const today = shanghaiDate(now())
  const [period, setPeriod] = useState(() => defaultPeriod(today))
  const [choosing, setChoosing] = useState(false)
  const [busy, setBusy] = useState<'nothing' | 'run' | 'freeze'>('nothing')
  const [outcome, setOutcome] = useState<{ text: string; wrong: boolean } | null>(null)

  const doing = async (what: 'run' | 'freeze', step: () => Promise<string>) => {
    setBusy(what)
    setOutcome(null)
    try {
      setOutcome({ text: await step(), wrong: false })
    } catch (thrown) {
      setOutcome({ text: failureOf(thrown).text, wrong: true })
    } finally {
      setBusy('nothing')
    }
  }
  const run = () =>
    doing('run', async () => {
      const { platforms, monthsTallied, changed, frozen } = await call('evaluate', 'run', { period })
      if (frozen) return '这一期已冻结,没有重算。'
      return `已算 ${count(platforms, '家')}平台,重新汇总 ${monthsTallied} 个平台月,${count(changed, '家')}的结果有变化。`
    })
  const freeze = async () => {
    const { confirm } = await Taro.showModal({
      title: `冻结${periodTitle(period)}?`,
      content: '冻结后结果不再改变,只能写明原因另出更正结果。',
      confirmText: '冻结',
      confirmColor: '#0b7a63',
    })
    if (!confirm) return
    await doing('freeze', async () => {
      const { frozen } = await call('evaluate', 'freeze', { period })
      return `已冻结 ${count(frozen, '家')}平台的结果。`
    })
  }

  return (
    <SectionCard title="评价">
      <ListRow title="时期" value={periodTitle(period)} onTap={() => setChoosing(true)} />
      <View className="me-buttons">
        <Button
          block
          type="primary"
          loading={busy === 'run'}
          disabled={busy !== 'nothing'}
          onClick={() => void run()}
        >
          运行评价
        </Button>
        <Button
          block
          type="primary"
          fill="outline"
          loading={busy === 'freeze'}
          disabled={busy !== 'nothing'}
          onClick={() => void freeze()}
        >
          冻结
        </Button>
      </View>
      {outcome && <View className={outcome.wrong ? 'me-failure' : 'me-quiet'}>{outcome.text}</View>}
      <PeriodSheet
        visible={choosing}
        periods={evaluationPeriods(today)}
        value={period}
        onClose={() => setChoosing(false)}
        onChoose={(next) => {
          setPeriod(next)
          setOutcome(null)
          setChoosing(false)
        }}
      />
    </SectionCard>
  )
}
