/**
 * The frame of every screen, and its states: loading (skeleton), empty (what to do first), failed (what happened,
 * what is safe, try again), ready; and over ready content a note when there is no network and it is a kept copy.
 */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button, Skeleton } from '@nutui/nutui-react-taro'
import type { PropsWithChildren, ReactNode } from 'react'
import { previewPeople } from '../../phone'
import { recentText } from '../figures'
import Notice, { NoticeAction } from '../notice'
import { Page } from '../page'
import type { FrameFailure } from './failure'
import './index.scss'

export type { FrameFailure } from './failure'
export { failureOf, frameOf } from './failure'

type Props = PropsWithChildren<{
  /** Nothing to show yet, and it is on its way. */
  loading?: boolean
  /** Nothing to show, because it could not be had. With content, it is said above the content. */
  failure?: FrameFailure | null
  /** The time of the kept copy that is shown (ISO), when it is not fresh. */
  asOf?: string | null
  /** There is nothing: what to do first. */
  empty?: { title: string; hint: string; action?: ReactNode } | null
  onRetry?: () => void
  /** A `BottomBar`, shown with the content. */
  bar?: ReactNode
}>

export default function PageFrame({ loading, failure, asOf, empty, onRetry, bar, children }: Props) {
  const content = children !== undefined && children !== null && children !== false
  return (
    <Page>
      {failure && content && <KeptCopy failure={failure} asOf={asOf ?? null} onRetry={onRetry} />}
      {content && children}
      {!content && loading && !failure && <Waiting />}
      {!content && failure && <Failed failure={failure} onRetry={onRetry} />}
      {empty && !failure && !loading && <Blank title={empty.title} hint={empty.hint} action={empty.action} />}
      {content && bar}
    </Page>
  )
}

const chooseSomebody = {
  title: '先选一个示例身份',
  hint: '这是网页预览。选一位示例人员,就可以从他的角度看各个页面。',
  action: (
    <Button type="primary" onClick={() => void Taro.switchTab({ url: '/pages/me/index' })}>
      去选身份
    </Button>
  ),
}

function Waiting() {
  return (
    <View aria-label="正在读取">
      {[3, 4].map((rows) => (
        <View key={rows} className="page-frame-skeleton">
          <Skeleton rows={rows} size="normal" animated={false} visible={false} />
        </View>
      ))}
    </View>
  )
}

function Failed({ failure, onRetry }: { failure: FrameFailure; onRetry?: () => void }) {
  // In the web preview nobody is signed in until they have chosen whom to be.
  if (previewPeople && failure.code === 'NOT_SIGNED_IN') return <Blank {...chooseSomebody} />
  const { title, text, again } = failure
  return (
    <View className="page-frame-middle" aria-role="alert">
      <View className="page-frame-title">{title}</View>
      <View className="page-frame-hint">{text}</View>
      {onRetry && again && (
        <Button type="primary" fill="outline" onClick={onRetry}>
          再试一次
        </Button>
      )}
    </View>
  )
}

function Blank({ title, hint, action }: { title: string; hint: string; action?: ReactNode }) {
  return (
    <View className="page-frame-middle">
      <View className="page-frame-title">{title}</View>
      <View className="page-frame-hint">{hint}</View>
      {action}
    </View>
  )
}

function KeptCopy({
  failure,
  asOf,
  onRetry,
}: {
  failure: FrameFailure
  asOf: string | null
  onRetry?: () => void
}) {
  const { title } = failure
  const retry = onRetry && <NoticeAction title="再试一次" onTap={onRetry} />
  return (
    <Notice tone="amber" action={retry}>
      {asOf === null ? title : `${title},现在看到的是 ${recentText(asOf)} 的内容`}
    </Notice>
  )
}
