/** Choosing a period: month, quarter or year, beginning with the kind that is in view, newest first. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import Chips from '../chips'
import ListRow from '../list-row'
import Sheet from '../sheet'
import { periodKind, periodTitle, type PeriodKind } from '../../shared/calendar'
import { kinds, kindTitles, periodsOf } from './periods'
import './index.scss'

export { firstPeriod, kinds, kindTitles, periodsOf } from './periods'

type Props = {
  visible: boolean
  periods: readonly string[]
  value: string
  onClose: () => void
  onChoose: (period: string) => void
}

export default function PeriodSheet({ visible, periods, value, onClose, onChoose }: Props) {
  const [kind, setKind] = useState<PeriodKind>(periodKind(value))
  useEffect(() => {
    if (visible) setKind(periodKind(value))
  }, [visible, value])
  const options = kinds.map((each) => ({ value: each, title: kindTitles[each] }))
  const some = periodsOf(periods, kind)
  return (
    <Sheet title="选择时期" visible={visible} onClose={onClose}>
      <Chips label="时期种类" options={options} value={kind} onChange={setKind} />
      <View className="period-sheet-list">
        {some.length === 0 && <View className="period-sheet-none">还没有{kindTitles[kind]}结果。</View>}
        {some.map((period) => (
          <ListRow
            key={period}
            title={periodTitle(period)}
            value={period === value ? '✓ 正在看' : undefined}
            onTap={() => onChoose(period)}
          />
        ))}
      </View>
    </Sheet>
  )
}
