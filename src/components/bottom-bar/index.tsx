/** The main action of a screen, in the thumb's reach and above the safe area. Holds its own place at the end of the page. */
import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './index.scss'

type Props = PropsWithChildren<{
  /** A line above the buttons: what the action brings. */
  above?: ReactNode
  /** A line below the buttons: what is safe. */
  below?: ReactNode
  /** The screen has the tab bar below it. */
  overTabs?: boolean
}>

export default function BottomBar({ above, below, overTabs = false, children }: Props) {
  const lines = (above === undefined ? 0 : 1) + (below === undefined ? 0 : 1)
  const lifted = overTabs && process.env.TARO_ENV !== 'weapp'
  return (
    <>
      <View className={`bottom-bar-room bottom-bar-room-${lines}`} />
      <View className={lifted ? 'bottom-bar bottom-bar-over-tabs' : 'bottom-bar'}>
        {above !== undefined && <View className="bottom-bar-above">{above}</View>}
        <View className="bottom-bar-actions">{children}</View>
        {below !== undefined && <View className="bottom-bar-below">{below}</View>}
      </View>
    </>
  )
}
