/** A white card of a screen: title, what stands beside it, and the content. */
import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './index.scss'

type Props = PropsWithChildren<{ title?: string; extra?: ReactNode; note?: string }>

export default function SectionCard({ title, extra, note, children }: Props) {
  return (
    <View className="section-card">
      {(title !== undefined || extra !== undefined) && (
        <View className="section-card-head">
          <View className="section-card-title">{title}</View>
          {extra !== undefined && <View className="section-card-extra">{extra}</View>}
        </View>
      )}
      {note !== undefined && note !== '' && <View className="section-card-note">{note}</View>}
      {children}
    </View>
  )
}
