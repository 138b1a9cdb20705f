/** A quiet note between cards, or an amber one that asks for something, or a red one for what failed. */
import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './index.scss'

type Props = PropsWithChildren<{ tone?: 'jade' | 'amber' | 'red'; action?: ReactNode }>

export default function Notice({ tone = 'jade', action, children }: Props) {
  return (
    <View className={`notice notice-${tone}`}>
      <View className="notice-text">{children}</View>
      {action !== undefined && <View className="notice-action">{action}</View>}
    </View>
  )
}
