import './jitless'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { startPhone } from './phone'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(startPhone)
  return children
}
