/** 首页: where the platform stands in the year so far, what is on the way, and what to do next for the most points. */
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { outbox, refreshAll, useOutbox, useProgress, useSession, useUnsent, type Live } from '../../phone'
import BottomBar from '../../components/bottom-bar'
import { count, dayText } from '../../components/figures'
import FilingReminder from '../../components/filing-reminder'
import { noPlatform } from '../../components/no-platform'
import PageFrame, { failureOf } from '../../components/page-frame'
import RecordButton from '../../components/record-button'
import { useRecordsBadge } from '../../components/records-badge'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'
import Advice from './advice'
import Section from './section'
import StorageNotice from './storage-notice'
import Total from './total'
import './index.scss'

export default function ProgressPage() {
  const { status: known, me, membership, failure: sessionFailure } = useSession()
  const { status, live, fetchedAt, failure } = useProgress()
  useDidShow(() => void refreshAll())
  useRecordsBadge()
  const platform = membership?.platform ?? null

  if (!platform) {
    const refused = me === null && sessionFailure != null
    return (
      <PageFrame
        loading={me === null && known === 'loading'}
        failure={refused ? failureOf(sessionFailure) : null}
        onRetry={() => void refreshAll()}
        empty={me ? noPlatform(membership?.role ?? null) : null}
      />
    )
  }
  return (
    <PageFrame
      loading={status === 'loading'}
      failure={failure == null ? null : failureOf(failure)}
      asOf={status === 'kept' ? fetchedAt : null}
      onRetry={() => void refreshAll()}
      bar={<Record />}
    >
      {live && <Standing live={live} />}
    </PageFrame>
  )
}

function Standing({ live }: { live: Live }) {
  const { progress, rubric } = live
  const year = progress.asOf.slice(0, 4)
  return (
    <>
      <View className="progress-head">
        <View className="progress-names">
          <View className="progress-platform">{progress.platform.name}</View>
          <View className="progress-quiet">
            {rubric.period.from.slice(0, 4)} 年 · 截至 {dayText(progress.asOf, year)}
          </View>
        </View>
        <Unsent />
      </View>
      <StorageNotice />
      <FilingReminder />
      <SectionCard>
        <Total live={live} />
        <View className="progress-sections">
          {live.onTheWay.sections.map((section) => (
            <Section key={section.id} live={live} id={section.id} period={year} />
          ))}
        </View>
        <View className="progress-legend">实色 已通过 · 斜纹 在路上 · 竖线 今天应到的进度</View>
      </SectionCard>
      <Advice live={live} period={year} />
    </>
  )
}

function Unsent() {
  const unsent = useUnsent()
  const { trouble, stopped } = useOutbox()
  if (unsent === 0) return null
  return (
    <View
      className="progress-unsent"
      onClick={() => void Taro.switchTab({ url: '/pages/records/index' })}
      aria-role="button"
    >
      <Tag tone="amber">{count(unsent, '条')}待上传</Tag>
      {stopped && trouble !== null && (
        <View className="progress-again" onClick={() => outbox.retry()}>
          再试一次
        </View>
      )}
    </View>
  )
}

function Record() {
  return (
    <BottomBar overTabs>
      <RecordButton />
    </BottomBar>
  )
}
