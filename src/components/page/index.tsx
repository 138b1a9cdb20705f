import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { CSSProperties, PropsWithChildren } from 'react'
import './index.scss'

interface Props {
  /** Leaves room below for a bar that stays at the bottom. */
  withBottomBar?: boolean
}

/** The ground that every screen stands on: safe area, and text in the size that the reader has set. */
export function Page({ withBottomBar = false, children }: PropsWithChildren<Props>) {
  return (
    <View className={withBottomBar ? 'page page--with-bottom-bar' : 'page'} style={textScale()}>
      {children}
    </View>
  )
}

/** WeChat's standard is 16 px on Android and 17 px on iOS; beyond 1.4 lines break faster than it helps. */
const standard = 17
const largest = 1.4

let scale: CSSProperties | undefined

function textScale(): CSSProperties {
  scale ??= { '--text-scale': String(measure()) } as CSSProperties
  return scale
}

function measure(): number {
  // A browser scales its pages by itself.
  const size = process.env.TARO_ENV === 'weapp' ? Taro.getAppBaseInfo().fontSizeSetting : undefined
  return Math.min(largest, Math.max(1, (size ?? standard) / standard))
}
