/** A quiet note between cards, or an amber one that asks for something, or a red one for what failed. */
import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './index.scss'

type Props = PropsWithChildren<{ tone?: 'jade' | 'amber' | 'red'; action?: ReactNode }>

/** A word in a notice that does something when it is tapped. */
export function NoticeAction({ title, onTap }: { title: string; onTap: () => void }) {
  return (
    <View className="notice-tap" onClick={onTap} aria-role="button">
      {title}
    </View>
  )
}

export default function Notice({ tone = 'jade', action, children }: Props) {
  return (
    <View className={`notice notice-${tone}`}>
      <View className="notice-text">{children}</View>
      {action !== undefined && <View className="notice-action">{action}</View>}
    </View>
  )
}
