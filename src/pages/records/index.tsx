/** 记录: all records of the platform, what asks for the person first; search, filter, and what did not upload. */
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { now, outbox, refreshAll, useKnown, useOutbox, useRecords, useSession, useUnsent } from '../../phone'
import BottomBar from '../../components/bottom-bar'
import ExportFiles, { ledgerFiles } from '../../components/export-files'
import { count } from '../../components/figures'
import { noPlatform } from '../../components/no-platform'
import Notice from '../../components/notice'
import PageFrame, { failureOf } from '../../components/page-frame'
import RecordButton from '../../components/record-button'
import { useRecordsBadge } from '../../components/records-badge'
import { shanghaiDate } from '../../shared/calendar'
import { limits } from '../../shared/records'
import { everything, filtered, inGroup } from './filter'
import Filters from './filters'
import Row from './row'
import './index.scss'

const PAGE = limits.page / 2

export default function RecordsPage() {
  const { membership, me, status, failure: sessionFailure } = useSession()
  const { pulledAt, pulling, failure } = useKnown()
  const records = useRecords()
  const [filter, setFilter] = useState(everything)
  const [shown, setShown] = useState(PAGE)
  const found = useMemo(() => filtered(records, filter), [records, filter])
  useDidShow(() => void refreshAll())
  useReachBottom(() => setShown((now) => (now < found.length ? now + PAGE : now)))
  useEffect(() => setShown(PAGE), [filter])
  useRecordsBadge()

  if (!membership?.platform) {
    return (
      <PageFrame
        loading={me === null && status === 'loading'}
        failure={me === null && sessionFailure != null ? failureOf(sessionFailure) : null}
        onRetry={() => void refreshAll()}
        empty={me ? noPlatform(membership?.role ?? null) : null}
      />
    )
  }
  const failed = failure == null ? null : failureOf(failure)
  if (records.length === 0) {
    const first = pulledAt === null && pulling
    return (
      <PageFrame
        loading={first}
        failure={pulledAt === null ? failed : null}
        onRetry={() => void refreshAll()}
        empty={{
          title: '还没有记录',
          hint: '办完一场活动就记一笔,没有网络也能保存。',
          action: <RecordButton />,
        }}
      />
    )
  }
  const rest = found.length - shown
  return (
    <PageFrame
      failure={failed}
      asOf={pulledAt}
      onRetry={() => void refreshAll()}
      bar={
        <BottomBar overTabs>
          <RecordButton />
        </BottomBar>
      }
    >
      <Waiting />
      <ExportFiles files={ledgerFiles(membership.platform.id, shanghaiDate(now()))} />
      <Filters
        filter={filter}
        records={records}
        counts={(group) => records.filter((record) => inGroup(record, group)).length}
        onChange={setFilter}
      />
      {found.length === 0 ? (
        <View className="records-none">
          没有符合条件的记录。
          <View className="records-link" onClick={() => setFilter(everything)} aria-role="button">
            看全部
          </View>
        </View>
      ) : (
        <View className="records-list">
          {found.slice(0, shown).map((record) => (
            <Row key={record.id} record={record} />
          ))}
        </View>
      )}
      {rest > 0 && (
        <View className="records-link records-more" onClick={() => setShown(shown + PAGE)} aria-role="button">
          还有 {count(rest, '条')},再看一些
        </View>
      )}
    </PageFrame>
  )
}

/** Why what waits does not move. */
function Waiting() {
  const unsent = useUnsent()
  const { trouble } = useOutbox()
  if (unsent === 0 || trouble === null) return null
  return (
    <Notice
      tone="amber"
      action={
        <View className="records-link" onClick={() => outbox.retry()} aria-role="button">
          再试一次
        </View>
      }
    >
      {count(unsent, '条')}待上传。{trouble}
    </Notice>
  )
}
