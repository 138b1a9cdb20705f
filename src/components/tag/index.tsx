/** A word on a coloured ground. The word carries the meaning, the colour only helps to find it. */
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './index.scss'

export type Tone = 'jade' | 'hatched' | 'amber' | 'red' | 'grey'
type Props = PropsWithChildren<{ tone?: Tone }>

export default function Tag({ tone = 'grey', children }: Props) {
  return <View className={`tag tag-${tone}`}>{children}</View>
}
