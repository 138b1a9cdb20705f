/** 平台一览: all platforms of the province, or of a reviewer's area, with what asks for attention. */
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { useAsk } from '../../phone'
import BigNumber from '../../components/big-number'
import PageFrame, { frameOf } from '../../components/page-frame'
import SectionCard from '../../components/section-card'
import { periodTitle } from '../../shared/calendar'
import type { Output, OverviewRow } from '../../shared/contract'
import { arranged, concernsOf, everything, guessedText } from './arrange'
import Details from './details'
import Filters from './filters'
import Row from './row'
import './index.scss'

/** Rows drawn at once; more come as one scrolls. */
const PAGE = 30

export default function Province() {
  const asked = useAsk('standing', 'overview', {})
  const { reload, data } = asked
  useDidShow(() => void reload())
  return (
    <PageFrame
      {...frameOf(asked)}
      empty={
        data?.rows.length === 0
          ? { title: '还没有平台', hint: '建立平台后,各平台的情况会出现在这里。' }
          : null
      }
    >
      {data && data.rows.length > 0 && <Shown overview={data} />}
    </PageFrame>
  )
}

function Shown({ overview }: { overview: Output<'standing', 'overview'> }) {
  const { rows, period, guessed } = overview
  const [wish, setWish] = useState(everything)
  const [shown, setShown] = useState(PAGE)
  const [open, setOpen] = useState<OverviewRow | null>(null)
  const found = useMemo(() => arranged(rows, wish), [rows, wish])
  useReachBottom(() => setShown((now) => (now < found.length ? now + PAGE : now)))
  useEffect(() => setShown(PAGE), [wish])
  const asking = rows.filter((row) => concernsOf(row).length > 0).length
  const rest = found.length - shown
  return (
    <>
      <SectionCard>
        <BigNumber
          value={String(asking)}
          unit={`/ ${rows.length} 个平台要关注`}
          beside={period === null ? '还没有评价结果' : periodTitle(period)}
        />
        {guessedText(guessed) !== '' && <View className="province-quiet">{guessedText(guessed)}</View>}
      </SectionCard>
      <Filters rows={rows} wish={wish} onChange={setWish} />
      <SectionCard>
        {found.length === 0 && (
          <View className="province-none">
            没有符合条件的平台。
            <View className="province-link" onClick={() => setWish(everything)} aria-role="button">
              看全部
            </View>
          </View>
        )}
        {found.slice(0, shown).map((row) => (
          <Row key={row.platform.id} row={row} onOpen={setOpen} />
        ))}
        {rest > 0 && (
          <View className="province-link" onClick={() => setShown(shown + PAGE)} aria-role="button">
            还有 {rest} 个,再看一些
          </View>
        )}
      </SectionCard>
      <Details overview={overview} row={open} onClose={() => setOpen(null)} />
    </>
  )
}
