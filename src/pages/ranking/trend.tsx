/** 全年走势: totals of the months beside the class's median. */
import Taro from '@tarojs/taro'
import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { useAsk } from '../../phone'
import { pictured } from '../../components/described'
import { points } from '../../components/figures'
import SectionCard from '../../components/section-card'
import type { Platform } from '../../shared/contract'
import { chartOf } from './chart'

export default function Trend({ platform, year }: { platform: Platform; year: string }) {
  const asked = useAsk('standing', 'trend', { platformId: platform.id, year })
  const months = useMemo(() => asked.data?.months ?? [], [asked.data])
  const chart = useMemo(() => chartOf(months), [months])
  const first = months[0]
  const last = months[months.length - 1]
  if (!first || !last) return null
  const lineEnds = `${monthText(last.month)} ${points(last.total)} 分${last.median === null ? '' : `,中位 ${points(last.median)} 分`}`
  return (
    <SectionCard title="全年走势" extra={`${year} 年 · 单位:分`}>
      <View className="ranking-legend">
        <View className="ranking-line-mine" />
        <View>
          {platform.name} {points(last.total)}
        </View>
        {last.median !== null && (
          <>
            <View className="ranking-line-median" />
            <View>中位 {points(last.median)}</View>
          </>
        )}
      </View>
      {chart ? (
        <>
          <View className="ranking-chart">
            <Image
              className="ranking-chart-image"
              src={dataUri(chart.svg)}
              mode="scaleToFill"
              {...pictured(`全年走势:${lineEnds}`)}
            />
            <View className="ranking-high">{chart.high}</View>
            <View className="ranking-low">{chart.low}</View>
          </View>
          <View className="ranking-months">
            <View>{monthText(first.month)}</View>
            <View>{monthText(last.month)}</View>
          </View>
        </>
      ) : (
        <View className="ranking-quiet">
          {monthText(first.month)}的结果。有了两个月的结果,这里就会画出走势。
        </View>
      )}
    </SectionCard>
  )
}

function monthText(month: string): string {
  return `${Number(month.slice(5))}月`
}

function dataUri(svg: string): string {
  return `data:image/svg+xml;base64,${process.env.TARO_ENV === 'weapp' ? base64(svg) : btoa(svg)}`
}

/** WeChat has no btoa; Taro's stand-in for browsers gives nothing for a buffer. */
function base64(ascii: string): string {
  return Taro.arrayBufferToBase64(Uint8Array.from(ascii, (character) => character.charCodeAt(0)).buffer)
}
